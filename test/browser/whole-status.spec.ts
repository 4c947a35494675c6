import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { boxOf, photoTable, rowLinks } from './screen'
import { startApp } from './start-app'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search photos' })
const pages = (page: Page) => page.getByRole('navigation', { name: 'Pages' })
const lastRow = (page: Page) => photoTable(page).getByRole('row').last()

test('somebody on the last page of all 12,000 is found by a part of the e-mail', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|403/)
  await signIn(page, '/photos?status=ALL&page=480')
  await expect(pages(page).getByText('11,976–12,000 of 12,000')).toBeVisible()
  const email = /\S+@\S+/.exec(await rowLinks(page).last().innerText())?.[0] ?? ''
  await page.goto('/photos?status=ALL')
  await field(page).fill(email.slice(0, email.indexOf('@') + 2))
  await expect(pages(page).getByText('1–1 of 1 that match', { exact: true })).toBeVisible()
  await expect(rowLinks(page)).toHaveCount(1)
  await expect(rowLinks(page)).toContainText(email)
})

test('of a list of 100,000 photos the last row is reached by the scroll bar and by the End key', async ({
  page,
  allowConsole,
  allowOrigin,
}) => {
  allowConsole(/404|403/)
  const app = await startApp({ SANDBOX_PHOTOS: '100000' })
  try {
    allowOrigin(app.url)
    await signIn(page, `${app.url}/photos?status=ALL&max=all`)
    await page.getByRole('button', { name: 'Load all' }).click()
    await expect(pages(page).getByText('1–100,000 of 100,000')).toBeVisible({ timeout: 120_000 })
    await expect(photoTable(page)).toHaveAttribute('aria-rowcount', '100001')
    expect(await photoTable(page).getByRole('row').count()).toBeLessThan(60)

    const top = async () => (await boxOf(photoTable(page))).y
    const topAtStart = await top()
    await photoTable(page).hover()
    await page.mouse.wheel(0, 100_000 * 56)
    await expect(lastRow(page)).toHaveAttribute('aria-rowindex', '100001')
    await expect(lastRow(page)).toBeInViewport()
    await expectRowsInOrder(page)

    await page.mouse.wheel(0, -100_000 * 56)
    // Its row is always drawn, being the tab stop: only the place of the table tells that the wheel has come to rest.
    await expect.poll(top).toBe(topAtStart)
    await rowLinks(page).first().focus()
    await page.keyboard.press('End')
    await expect(lastRow(page)).toHaveAttribute('aria-rowindex', '100001')
    await expect(lastRow(page).getByRole('link')).toBeFocused()
    await expect(lastRow(page)).toBeInViewport()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('row').filter({ has: page.locator(':focus') })).toHaveAttribute(
      'aria-rowindex',
      '100000',
    )
    await page.keyboard.press('Home')
    await expect(photoTable(page).getByRole('row').nth(1).getByRole('link')).toBeFocused()

    // In another order its photo stands out of sight: who comes into the list comes to its first row all the same.
    await photoTable(page).getByRole('button', { name: 'Cardholder', exact: true }).click()
    const sorted = photoTable(page).getByRole('columnheader', { name: 'Cardholder' })
    await expect(sorted).toHaveAttribute('aria-sort', 'ascending')
    const next = page.getByRole('row').filter({ has: page.locator('a[tabindex="0"]') })
    await expect(next).toHaveAttribute('aria-rowindex', '2')
  } finally {
    app.stop()
  }
})

/** Row numbers rise, one by one, but for the row that is drawn because the focus comes back to it. */
async function expectRowsInOrder(page: Page) {
  const numbers = await photoTable(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
  const drawn = numbers.slice(2)
  expect(drawn).toEqual(drawn.map((_, index) => (drawn[0] ?? 0) + index))
}

test('Back brings the search again, and a reload or signing out erases it', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|403/)
  await signIn(page)
  await field(page).fill('marisol.vega@')
  await expect(pages(page).getByText('1–1 of 1 that match', { exact: true })).toBeVisible()
  await rowLinks(page).click()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('heading', { name: /^Photo \d+$/ })).toBeVisible()
  await page.goBack()
  await expect(field(page)).toHaveValue('marisol.vega@')
  await expect(rowLinks(page)).toHaveCount(1)
  expect(decodeURIComponent(page.url())).not.toContain('marisol')
  expect(JSON.stringify(await page.evaluate(() => window.history.state))).not.toContain('marisol')
  await page.reload()
  await expect(rowLinks(page).nth(1)).toBeVisible()
  await expect(field(page)).toHaveValue('')
  await field(page).fill('marisol.vega@')
  await expect(rowLinks(page)).toHaveCount(1)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
    'marisol',
  )
  await page.getByRole('button', { name: 'Open the sandbox' }).click()
  await expect(rowLinks(page).first()).toBeVisible()
  await expect(field(page)).toHaveValue('')
  await page.goBack()
  await expect(page.getByRole('banner')).toBeVisible()
  expect(await field(page).inputValue()).toBe('')
})
