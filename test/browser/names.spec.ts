import type { Page } from '@playwright/test'
import { findCutText } from './cut-text'
import { expect, signIn, test } from './harness'
import { boxOf, photoRow, photoTable, rowLinks } from './screen'

const name = 'Elijah Clarke'
const mail = 'e.clarke@lakemont.example'

/** The names of those whose e-mail has "clarke@" are loaded. */
async function loadNames(page: Page) {
  await page.getByRole('searchbox', { name: 'Search photos' }).fill('clarke@')
  await page.getByRole('button', { name: /^Load \d+ names?$/ }).click()
  await expect(page.getByText(name).first()).toBeVisible()
}

/** Once the rows have the height that belongs to the width of the window. */
async function expectWhole(page: Page, words: string) {
  const row = photoTable(page).getByRole('row', { name: mail })
  const text = row.getByText(words, { exact: true })
  await expect(text).toBeInViewport({ ratio: 0.99 })
  await expect(async () => {
    const [outer, inner] = [await boxOf(row), await boxOf(text)]
    expect(inner.y).toBeGreaterThanOrEqual(outer.y)
    expect(inner.y + inner.height).toBeLessThanOrEqual(outer.y + outer.height)
  }).toPass({ timeout: 10_000 })
  expect(await text.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
}

test('a name stands in the row whole, on a phone and in each width of the list beside an open photo', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, '/photos?sort=name')
  await loadNames(page)
  await expect(photoRow(page, 1)).toContainText(name)
  await expectWhole(page, name)
  await rowLinks(page).first().click()
  for (const width of [1366, 1280, 1200]) {
    await page.setViewportSize({ width, height: 768 })
    await expectWhole(page, name)
  }
  await page.keyboard.press('Escape')
  for (const [width, height] of [
    [1024, 768],
    [700, 768],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expectWhole(page, name)
  }
  await expectWhole(page, mail)
  expect((await page.evaluate(findCutText)).cut).toEqual([])
})

test('a tile shows the name whole; where it is wide enough the ID number stands beside it', async ({
  page,
  allowConsole,
}) => {
  // Until the search is typed, tiles of other photos are asked for; the picture of one is gone.
  allowConsole(/40[34]/)
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, '/photos?sort=name&view=grid')
  await loadNames(page)
  const tile = page.getByRole('gridcell').filter({ hasText: mail })
  const shown = tile.getByText(name, { exact: true })
  const identifier = tile.getByText('00098317', { exact: true })
  const isWhole = () => shown.evaluate((element) => element.scrollWidth <= element.clientWidth)
  expect(await isWhole()).toBe(true)
  expect((await boxOf(identifier)).width).toBeLessThanOrEqual(1)
  await page.getByRole('slider', { name: 'Photos per row' }).fill('4')
  await expect.poll(async () => (await boxOf(identifier)).width).toBeGreaterThan(40)
  expect(await isWhole()).toBe(true)
  expect((await page.evaluate(findCutText)).cut).toEqual([])
})
