import type { Locator } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { photoTable, rowLinks } from './screen'

/** Whether the browser finds it with Ctrl+F: what it has laid out, and what it puts off while that is out of sight. */
const isFindable = (link: Locator) => link.evaluate((element) => element.checkVisibility())

test('the browser finds and prints each photo of a page of 25 or 100', async ({ page, allowConsole }) => {
  allowConsole(/404|403/)
  for (const max of [25, 100]) {
    const address = `/photos?status=APPROVED&max=${max}`
    await (max === 25 ? signIn(page, address) : page.goto(address))
    await expect(rowLinks(page)).toHaveCount(max)
    expect(await isFindable(rowLinks(page).last())).toBe(true)

    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Approved photos', { exact: true }).first()).toBeVisible()
    await expect(page.getByText(/shred after use/)).toBeVisible()
    for (const name of ['Sign out', 'Refresh', 'Next page']) {
      await expect(page.getByRole('button', { name })).toBeHidden()
    }
    const last = photoTable(page).getByRole('row').last()
    const [row, foot] = [await last.boundingBox(), await page.getByText(/shred after use/).boundingBox()]
    // Below one another: nothing is cut off at the height of the window.
    expect(row?.height).toBeGreaterThan(40)
    expect(foot?.y).toBeGreaterThan((row?.y ?? 0) + (row?.height ?? 0) - 1)
    await page.emulateMedia({ media: 'screen' })
  }
})

test('the grid is printed as a contact sheet, six side by side', async ({ page, allowConsole }) => {
  allowConsole(/404|403/)
  await signIn(page, '/photos?status=APPROVED&view=grid&max=100')
  const tiles = page.getByRole('gridcell')
  await expect(tiles).toHaveCount(100)
  await page.emulateMedia({ media: 'print' })
  const tops = await tiles.evaluateAll((all) =>
    all.map((tile) => Math.round(tile.getBoundingClientRect().top)),
  )
  expect(new Set(tops).size).toBe(Math.ceil(100 / 6))
})

test('a long page is drawn whole for paper, and as before afterwards', async ({ page, allowConsole }) => {
  allowConsole(/404|403/)
  await signIn(page, '/photos?status=DOWNLOADED&max=250')
  await expect(rowLinks(page).first()).toBeVisible()
  expect(await rowLinks(page).count()).toBeLessThan(60)
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await expect(rowLinks(page)).toHaveCount(250)
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await expect.poll(() => rowLinks(page).count()).toBeLessThan(60)
})

test('Print waits for the pictures of all rows', async ({ page, allowConsole }) => {
  allowConsole(/404|403/)
  await page.addInitScript(() => {
    window.print = () => {
      const pictures = [...document.querySelectorAll('main img')] as HTMLImageElement[]
      document.title = `${pictures.filter(({ complete }) => complete).length} of ${pictures.length}`
    }
  })
  await signIn(page, '/photos?status=APPROVED&max=100')
  await expect(rowLinks(page)).toHaveCount(100)
  await page.getByRole('button', { name: 'Print' }).click()
  await expect(page).toHaveTitle(/^(\d+) of \1$/)
})
