import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { denyForm } from './own-sandbox'
import { photoHeading, photoRow, rowLinks } from './screen'

/** As after an update: files of before are gone from the server, `times` times or for good. */
async function remove(page: Page, file: RegExp, times = Infinity): Promise<void> {
  let left = times
  await page.route(file, (route) =>
    left-- > 0
      ? route.fulfill({ status: 404, contentType: 'text/plain', body: 'Not found\n' })
      : route.continue(),
  )
}

const line = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'A part of Loupe could not be loaded' })

/** How often the page was loaded from now on. */
function countLoads(page: Page): { count: number } {
  const loads = { count: 0 }
  page.on('load', () => loads.count++)
  return loads
}

test('after an update of Loupe a part that is gone loads the page again, at the same place', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|dynamically imported module/)
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  const loads = countLoads(page)
  await remove(page, /\/assets\/photo-/, 1)
  await rowLinks(page).first().click()
  await expect(photoHeading(page)).toBeVisible()
  expect(page.url()).toContain('photo=')
  expect(loads.count).toBe(1)
  await expect(line(page)).toHaveCount(0)
})

test('it does so once: what is still missing then is said, with a way to reload', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|dynamically imported module/)
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  const loads = countLoads(page)
  await remove(page, /\/assets\/photo-/)
  await rowLinks(page).first().click()
  await expect(line(page)).toBeVisible()
  await expect.poll(() => loads.count).toBe(1)
  await expect(line(page).getByRole('button', { name: 'Reload' })).toBeVisible()
  // The rest goes on.
  await page.goBack()
  await expect(photoRow(page, 1)).toBeVisible()
  expect(loads.count).toBe(1)
})

test('it does not while something is half typed: that is kept, and it is said', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/404|dynamically imported module/)
  await signIn(page)
  await rowLinks(page).first().click()
  await photoHeading(page).press('d')
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill('Half a sen')
  const loads = countLoads(page)
  await remove(page, /\/assets\/record-/)
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(line(page)).toBeVisible()
  await page.goBack()
  await page.getByRole('button', { name: 'Deny', exact: true }).click()
  await expect(denyForm(page).getByRole('textbox', { name: 'Note to cardholder' })).toHaveValue('Half a sen')
  expect(loads.count).toBe(0)
})
