import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { wholeBrowser } from './profile-folder'
import { photoRow, photoTable } from './screen'
import { settle } from './traffic'

// Browsers keep a page that was left, for Back, as it was; Playwright switches that off.
test.use({
  launchOptions: {
    ...wholeBrowser,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
})

/** Goes elsewhere in this tab; the page that is left may be kept. */
const leave = (page: Page) => page.goto('about:blank')
const back = (page: Page) => page.evaluate(() => history.back()).catch(() => {})

test('a page that the browser has kept for Back shows nothing of a session that has ended since', async ({
  page,
  context,
}) => {
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await page.mouse.move(300, 300)
  await settle(page)
  await page.evaluate(() => Object.assign(window, { isKept: true }))
  await leave(page)
  await back(page)
  await expect(photoRow(page, 1)).toBeVisible()
  expect(await page.evaluate(() => 'isKept' in window), 'the browser keeps it').toBe(true)

  const other = await context.newPage()
  await other.goto('/photos')
  await expect(photoRow(other, 1)).toBeVisible()
  await leave(page)
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByText('You are signed out.')).toBeVisible()
  await back(page)
  await expect(page.getByLabel('E-mail')).toBeVisible()
  await expect(photoTable(page)).toHaveCount(0)
  await expect.poll(() => page.evaluate(() => 'isKept' in window)).toBe(false)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
})
