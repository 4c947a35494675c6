import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { expectPainted, listAddress, photoRow, photoTable, thumbnail } from './screen'
import { settle } from './traffic'

const rowCount = (page: Page) => photoTable(page).getByRole('row').count()

const lastIndex = (page: Page) =>
  photoTable(page).getByRole('row').last().getAttribute('aria-rowindex').then(Number)

async function scrollToTheEnd(page: Page, index: number): Promise<void> {
  await photoTable(page).hover()
  await expect(async () => {
    await page.mouse.wheel(0, 30_000)
    expect(await lastIndex(page)).toBe(index)
  }).toPass()
  await expect(photoTable(page).getByRole('row').last()).toBeInViewport()
}

test('a thousand photos a page: only those on the screen are drawn, and the last one can be reached', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|403/)
  await signIn(page, '/photos?status=DOWNLOADED&max=1000')
  await expectPainted(thumbnail(photoRow(page, 1)))
  expect(await rowCount(page)).toBeLessThan(60)
  await expect(photoRow(page, 1)).toHaveAttribute('aria-rowindex', '2')
  // Not known, until they are counted.
  await expect(photoTable(page)).toHaveAttribute('aria-rowcount', /^(-1|6135)$/)
  await scrollToTheEnd(page, 1001)
  await expectPainted(thumbnail(photoTable(page).getByRole('row').last()))
  expect(await rowCount(page)).toBeLessThan(60)

  await page.goto('/photos?status=DOWNLOADED&page=7&max=1000')
  await expect(photoTable(page)).toHaveAttribute('aria-rowcount', '6135')
  await expect(photoRow(page, 1)).toHaveAttribute('aria-rowindex', '6002')
  await scrollToTheEnd(page, 6135)

  await page.goto('/photos?max=1000')
  await expect(photoTable(page)).toHaveAttribute('aria-rowcount', '413')
  await scrollToTheEnd(page, 413)
  const indexes = await photoTable(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))
  expect(indexes).toEqual([...indexes].sort((a, b) => a - b))
})

type WindowWithChanges = Window & { changedRows: Set<string> }

test('when one photo has left a page of a thousand, the other rows on the screen stay as they are', async ({
  page,
}) => {
  let without = -1
  let change = -1
  await page.route(listAddress, async (route) => {
    // What only counts is left alone.
    if (route.request().url().endsWith('max=1')) return route.continue()
    const response = await route.fetch()
    const photos = (await response.json()) as { person?: { email?: string } }[]
    const changed = photos[change]
    if (changed?.person) changed.person.email = 'new.address@lakemont.example'
    await route.fulfill({ response, json: photos.filter((_, place) => place !== without) })
  })
  await signIn(page, '/photos?status=DOWNLOADED&max=1000')
  await expectPainted(thumbnail(photoRow(page, 1)))
  await settle(page)
  const nameOf = (place: number) => photoRow(page, place).getByRole('link').innerText()
  const [second, fourth] = [await nameOf(2), await nameOf(4)]

  // Every row that is there gets a mark, and everything that changes inside its cells is noted.
  const rows = photoTable(page).getByRole('row')
  await rows.evaluateAll((elements) => {
    const changedRows = new Set<string>()
    Object.assign(window, { changedRows })
    for (const element of elements.slice(1)) {
      Object.assign(element, { wasThere: true })
      const name = element.textContent ?? ''
      const observer = new MutationObserver((records) => {
        // Where a row stands may change; its cells, and what is in them, may not.
        if (records.some(({ target, type }) => target !== element || type === 'childList'))
          changedRows.add(name)
      })
      observer.observe(element, { childList: true, characterData: true, attributes: true, subtree: true })
    }
  })
  const kept = () =>
    rows.evaluateAll((elements) => elements.slice(1).filter((element) => 'wasThere' in element).length)
  const changed = () => page.evaluate(() => [...(window as unknown as WindowWithChanges).changedRows])
  const before = (await rowCount(page)) - 1
  const refresh = async () => {
    const answered = page.waitForResponse(listAddress)
    await page.getByRole('button', { name: 'Refresh' }).click()
    await answered
    await settle(page)
    await expect(photoTable(page)).toHaveAttribute('aria-busy', 'false')
  }

  without = 2
  await refresh()
  await expect(photoRow(page, 3)).toContainText(fourth.split('\n')[0] ?? '')
  expect(await kept()).toBe(before - 1)
  const others = (await changed()).filter((name) => !name.includes(second.split('\n')[0] ?? ''))
  expect(others).toEqual([])

  // The measure itself: it sees the one row that does change.
  change = 0
  await refresh()
  await expect(photoRow(page, 1)).toContainText('new.address@lakemont.example')
  expect(await kept()).toBe(before - 1)
  expect(await changed()).toHaveLength(1)
})
