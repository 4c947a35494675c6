import type { Page } from '@playwright/test'
import { findings } from './findings'
import { expect, signIn, test } from './harness'
import { expectPainted, isPictureRequest, photoHeading } from './screen'
import { settle } from './traffic'

const grid = (page: Page) => page.getByRole('grid', { name: /photos$/ })
const tile = (page: Page, place: number) => grid(page).getByRole('gridcell').nth(place)
const selection = (page: Page) => page.getByRole('region', { name: 'Selection' })

test('the grid by keyboard alone: moving, opening, closing, selecting, clearing', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await signIn(page, '/photos?view=grid&max=100')
  await expectPainted(tile(page, 0).locator('img'))
  await tile(page, 0).focus()
  const press = async (key: string) => {
    await page.keyboard.press(key)
    const isLost = () =>
      page.evaluate(() => document.activeElement === null || document.activeElement === document.body)
    await expect.poll(isLost, `focus after ${key}`).toBe(false)
  }
  await press('ArrowRight')
  await press('ArrowDown')
  await expect(grid(page).locator('[data-index="11"]')).toBeFocused()
  await press('PageDown')
  await press('Control+End')
  await expect(grid(page).locator('[data-index="99"]')).toBeFocused()
  await expect(grid(page).locator('[data-index="99"]')).toBeInViewport({ ratio: 0.9 })
  await press('Control+Home')
  await press('ArrowRight')
  await press('Enter')
  await expect(photoHeading(page)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).focus()
  await press('Enter')
  await expect(grid(page).locator('[data-index="1"]')).toBeFocused()
  await press(' ')
  await press('ArrowRight')
  await press('ArrowRight')
  await press('Shift+ ')
  await expect(selection(page).getByRole('status')).toHaveText('3 selected')
  // The grid is one tab stop: the bar is the next one behind it.
  await press('Tab')
  await expect(selection(page).getByRole('button').first()).toBeFocused()
  await selection(page).getByRole('button', { name: 'Clear selection' }).focus()
  await press('Enter')
  await expect(grid(page).locator('[data-index="3"]')).toBeFocused()
})

test('another number of photos per row, and another view, keep the place in the list', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await signIn(page, '/photos?status=DONE&view=grid&max=1000')
  await expectPainted(tile(page, 0).locator('img'))
  await grid(page).hover()
  await page.mouse.wheel(0, 3000)
  await settle(page)
  const first = () =>
    grid(page).evaluate((element) => {
      const top = element.parentElement?.getBoundingClientRect().top ?? 0
      const tiles = [...element.querySelectorAll<HTMLElement>('[data-index]')]
      return Number(tiles.find((each) => each.getBoundingClientRect().top >= top - 60)?.dataset['index'])
    })
  const before = await first()
  expect(before).toBeGreaterThan(50)
  await page.getByRole('slider', { name: 'Photos per row' }).fill('5')
  await expect(grid(page)).toHaveAttribute('aria-colcount', '5')
  await expect.poll(async () => Math.abs((await first()) - before)).toBeLessThanOrEqual(10)
  await page.getByRole('button', { name: 'Table' }).click()
  const rowIndex = async () => Number(await page.getByRole('row').nth(4).getAttribute('aria-rowindex'))
  // The list is drawn, and then scrolled to its place.
  await expect.poll(async () => Math.abs((await rowIndex()) - before)).toBeLessThanOrEqual(20)
})

test('pictures that fly past are not asked for; those one comes to rest at are', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await signIn(page, '/photos?status=DONE&view=grid&max=1000')
  await expectPainted(tile(page, 0).locator('img'))
  await settle(page)
  let asked = 0
  page.on('request', (request) => isPictureRequest(request) && asked++)
  await grid(page).hover()
  for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 400)
  await settle(page)
  const inSight = () =>
    grid(page).evaluate((element) => {
      const box = element.parentElement?.getBoundingClientRect()
      const tiles = [...element.querySelectorAll<HTMLElement>('[data-index]')].filter((tile) => {
        const { top, bottom } = tile.getBoundingClientRect()
        return box && top >= box.top && bottom <= box.bottom
      })
      const images = tiles.map((tile) => tile.querySelector('img'))
      return {
        first: Number(tiles[0]?.dataset['index']),
        count: tiles.length,
        // A dead one says so.
        missing: images.filter((image) => image !== null && image.naturalWidth === 0).length,
      }
    })
  await expect.poll(async () => (await inSight()).missing).toBe(0)
  const { first, count } = await inSight()
  expect(count).toBeGreaterThan(5)
  expect(first).toBeGreaterThan(200)
  expect(asked).toBeLessThan(first / 2)
})

test('grid and selection can be read and used by everybody', async ({ page, allowConsole }) => {
  allowConsole(/40[34]/)
  await signIn(page, '/photos?view=grid')
  await expectPainted(tile(page, 0).locator('img'))
  const found = await findings(page, 'grid')
  await tile(page, 1).focus()
  await page.keyboard.press(' ')
  await expect(selection(page)).toBeVisible()
  found.push(...(await findings(page, 'grid, one selected')))
  await page.getByRole('button', { name: 'Table' }).click()
  await page.getByRole('checkbox', { name: /^Select e\.clarke/ }).click()
  found.push(...(await findings(page, 'table, selected')))
  expect(found).toEqual([])
})
