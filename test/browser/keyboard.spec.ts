import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import {
  expectPainted,
  largePhoto,
  photoDetails,
  photoHeading,
  photoRow,
  photoTable,
  rowLinks,
  thumbnail,
} from './screen'
import { settle } from './traffic'

/** Presses a key and looks where the focus is then: never nowhere. */
async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  const isLost = () =>
    page.evaluate(() => document.activeElement === null || document.activeElement === document.body)
  await expect.poll(isLost, `focus after ${key}`).toBe(false)
}

const currentRow = (page: Page) =>
  photoTable(page).getByRole('link', { includeHidden: false }).and(page.locator('[aria-current=true]'))

/** Tab until a control has the focus; a person would give up some time. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let count = 0; count < 30; count++) {
    await press(page, key)
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${key} does not lead to ${wanted.toString()}`)
}

test('from signing in to the classifications of a photo and back, with the keyboard alone', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404/)
  await page.goto('/photos')
  await expect(page.getByLabel('E-mail', { exact: true })).toBeFocused()
  await page.keyboard.type('office@example.edu')
  await press(page, 'Tab')
  await page.keyboard.type('sandbox')
  await page.keyboard.press('Enter')
  await expect(photoRow(page, 1)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Pending' })).toBeFocused()

  const links = rowLinks(page)
  await tabTo(page, links.first())
  await press(page, 'ArrowDown')
  await expect(links.nth(1)).toBeFocused()
  await press(page, 'ArrowDown')
  await press(page, 'ArrowUp')
  await expect(links.nth(1)).toBeFocused()
  await press(page, 'End')
  await expect(photoTable(page).getByRole('row').last().getByRole('link')).toBeFocused()
  await expect(photoTable(page).getByRole('row').last()).toHaveAttribute('aria-rowindex', '26')
  await press(page, 'Home')
  await expect(links.first()).toBeFocused()
  // The links are one stop: Tab leaves the table.
  await press(page, 'Tab')
  await expect(photoTable(page).locator(':focus')).toHaveCount(0)
  await press(page, 'Shift+Tab')
  await expect(links.first()).toBeFocused()

  await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await expectPainted(largePhoto(page))
  const nameOf = async (place: number) => (await links.nth(place).innerText()).trim().split('\n')[0] ?? ''
  await expect(largePhoto(page)).toHaveAccessibleName(`Photo of ${await nameOf(1)}`)
  await expect(photoHeading(page)).toBeFocused()
  const next = photoDetails(page).getByRole('button', { name: 'Next photo' })
  await tabTo(page, next)
  await press(page, 'Enter')
  await expect(largePhoto(page)).toHaveAccessibleName(`Photo of ${await nameOf(2)}`)
  await expect(next).toBeFocused()
  await press(page, 'ArrowRight')
  await expect(largePhoto(page)).toHaveAccessibleName(`Photo of ${await nameOf(3)}`)
  await press(page, 'ArrowLeft')
  await expect(largePhoto(page)).toHaveAccessibleName(`Photo of ${await nameOf(2)}`)
  await press(page, 'Escape')
  await expect(photoDetails(page)).toHaveCount(0)
  await expect(links.nth(2)).toBeFocused()

  await press(page, 'Enter')
  await expect(currentRow(page)).toHaveCount(1)
  await tabTo(page, photoDetails(page).getByRole('link', { name: 'Open photo page' }))
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: /^Photo \d+$/ })).toBeFocused()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  // The list around the photo is being read: until then nothing follows it.
  await expect(page.getByRole('button', { name: 'Next photo' })).not.toHaveAttribute('aria-disabled')
  const heading = page.getByRole('heading', { name: /^Photo \d+$/ })
  const number = await heading.innerText()
  await press(page, 'ArrowRight')
  await expect(heading).not.toHaveText(number)
  await expect(heading).toBeFocused()
  await press(page, 'ArrowLeft')
  await expect(heading).toHaveText(number)
  await press(page, 'Escape')
  await expect(links.nth(2)).toBeFocused()
})

test('the Back button of the browser leads from a photo page to its photo in the list', async ({ page }) => {
  await signIn(page)
  await rowLinks(page).nth(4).click()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await page.goBack()
  await expect(largePhoto(page)).toBeVisible()
  await expect(currentRow(page)).toBeVisible()
  await page.goBack()
  await expect(photoDetails(page)).toHaveCount(0)
  await expect(rowLinks(page).nth(4)).toBeFocused()
})

test('on a phone the photo takes the place of the list, and the focus goes with it and comes back', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page)
  await rowLinks(page).nth(2).focus()
  await press(page, 'Enter')
  await expectPainted(largePhoto(page))
  await expect(photoTable(page)).toBeHidden()
  await expect(photoHeading(page)).toBeFocused()
  await press(page, 'ArrowRight')
  await expect(photoHeading(page)).toBeFocused()
  await press(page, 'Tab')
  await press(page, 'Escape')
  await expect(rowLinks(page).nth(3)).toBeFocused()
})

test('the search field is a key away and loses no letter of somebody who types fast', async ({ page }) => {
  await signIn(page)
  await rowLinks(page).first().focus()
  await press(page, '/')
  const field = page.getByRole('searchbox', { name: 'Search photos' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  const text = 'abcdefghijklmnopqrstuvwxyz/0123456789+-@'
  await page.keyboard.type(text)
  await expect(field).toHaveValue(text)
  await expect(page.getByRole('heading', { name: 'No photo matches' })).toBeVisible()

  await field.fill('lakemont')
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible()
  for (let count = 0; count < 4; count++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('xyz', { delay: 90 })
  await expect(page.getByRole('heading', { name: 'No photo matches' })).toBeVisible()
  await expect(field).toHaveValue('lakexyzmont')
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(7)
  await tabTo(page, page.getByRole('button', { name: 'Clear filters' }))
  await press(page, 'Enter')
  await expect(field).toBeFocused()
  await expect(photoRow(page, 1)).toBeVisible()
})

test('settings can be changed with the keyboard alone, and the focus comes back to Settings', async ({
  page,
}) => {
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  const settings = page.getByRole('button', { name: 'Settings' })
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await background()
  await tabTo(page, settings, 'Shift+Tab')
  await press(page, 'Enter')
  const dialog = page.getByRole('dialog', { name: 'Settings' })
  await expect(dialog).toBeVisible()
  await tabTo(page, dialog.getByRole('radio', { name: 'Match system' }))
  await press(page, 'ArrowDown')
  await press(page, 'ArrowDown')
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect.poll(background).not.toBe(light)
  await press(page, 'Escape')
  await expect(dialog).toHaveCount(0)
  await expect(settings).toBeFocused()
  await page.reload()
  await expect(photoRow(page, 1)).toBeVisible()
  expect(await background()).not.toBe(light)
})

test('among a thousand photos the keyboard reaches the last and the first one', async ({ page }) => {
  await signIn(page, '/photos?status=DOWNLOADED&max=1000')
  await expectPainted(thumbnail(photoRow(page, 1)))
  await settle(page)
  await rowLinks(page).first().focus()
  await press(page, 'End')
  const lastRow = photoTable(page).getByRole('row').last()
  await expect(lastRow).toHaveAttribute('aria-rowindex', '1001')
  await expect(lastRow.getByRole('link')).toBeFocused()
  await expect(lastRow.getByRole('link')).toBeInViewport()
  await press(page, 'Home')
  await expect(photoRow(page, 1)).toHaveAttribute('aria-rowindex', '2')
  await expect(photoRow(page, 1).getByRole('link')).toBeFocused()
  await expect(photoRow(page, 1).getByRole('link')).toBeInViewport()

  // Scrolled far away with the mouse, the row keeps the focus, and an arrow goes on from it.
  await photoTable(page).hover()
  await page.mouse.wheel(0, 20_000)
  await expect(photoRow(page, 1).getByRole('link')).not.toBeInViewport()
  await expect(photoRow(page, 1).getByRole('link')).toBeFocused()
  await press(page, 'ArrowDown')
  await expect(photoTable(page).locator('[aria-rowindex="3"]').getByRole('link')).toBeFocused()
  await expect(photoTable(page).locator('[aria-rowindex="3"]').getByRole('link')).toBeInViewport()
})

test('what a button does is explained over the comparison too; Escape closes that alone, and so does Tab', async ({
  page,
}) => {
  await signIn(page, '/photos?photo=9599901')
  await expectPainted(largePhoto(page))
  await photoHeading(page).focus()
  await page.keyboard.press('c')
  const compare = page.getByRole('dialog', { name: 'Compare' })
  const about = compare.getByRole('button', { name: 'About turning, cropping and cleaning' })
  const meaning = page.getByRole('dialog', { name: 'Turn, Crop, Clean background' })
  await about.press('Enter')
  await expect(meaning.getByText('The old picture is discarded')).toBeVisible()
  await expect(meaning).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(meaning).toBeHidden()
  await expect(about).toBeFocused()
  await about.click()
  await meaning.getByRole('button', { name: 'Close' }).focus()
  await page.keyboard.press('Tab')
  await expect(meaning).toBeHidden()
  await expect(compare).toBeVisible()
})
