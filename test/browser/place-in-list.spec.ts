import type { Locator, Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { boxOf, photoDetails, photoTable, rowLinks } from './screen'

/** The e-mail of the row that is the first whole one below the head of the table. */
async function firstInSight(page: Page): Promise<string> {
  const table = page.getByRole('table')
  const head = await table.getByRole('columnheader', { name: 'Cardholder' }).boundingBox()
  const top = head ? head.y + head.height - 2 : 0
  const text = await table.getByRole('link').evaluateAll<string, number, HTMLElement>((links, top) => {
    const first = links.find((link) => link.getBoundingClientRect().y >= top)
    return first?.innerText ?? ''
  }, top)
  return /\S+@\S+/.exec(text)?.[0] ?? ''
}

test('another number of photos per page keeps the first row on the screen', async ({ page }) => {
  await signIn(page, '/photos?status=APPROVED&page=4')
  const row = () => firstInSight(page)
  await expect.poll(row).not.toBe('')
  const sixth = await page.getByRole('table').getByRole('link').nth(5).innerText()
  const kept = /\S+@\S+/.exec(sixth)?.[0] ?? 'no e-mail'
  await page.getByRole('row').nth(3).hover()
  await page.mouse.wheel(0, 56 * 5)
  await expect.poll(row).toBe(kept)
  for (const max of ['100', '25', '1000', '50']) {
    await page.getByLabel('Photos per page').selectOption(max)
    await expect(page.getByRole('table')).toBeVisible()
    await expect(page).toHaveURL(max === '25' ? /page=4$/ : new RegExp(`max=${max}`))
    await expect.poll(row).toBe(kept)
  }
})

test('the next page begins at its top, however far the last one was scrolled', async ({ page }) => {
  await signIn(page, '/photos?status=APPROVED')
  await page.getByRole('row').nth(3).hover()
  await page.mouse.wheel(0, 5000)
  await expect(page.getByRole('row').last()).toBeInViewport()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' }).getByText(/^26–50 of/)).toBeVisible()
  await expect(page.locator('[aria-rowindex="27"]')).toBeInViewport({ ratio: 0.9 })
})

test('Escape closes the menu of a phone, and the focus is on its button again', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn(page)
  const menu = page.getByRole('button', { name: 'Menu' })
  await menu.click()
  await page.getByRole('button', { name: 'Settings' }).focus()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Settings' })).toBeHidden()
  await expect(menu).toBeFocused()
})

test('the pane takes its room from the list, and gives it back', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page)
  const right = async (element: Locator) => {
    const { x, width } = await boxOf(element)
    return Math.round(x + width)
  }
  const table = photoTable(page)
  const pages = page.getByRole('navigation', { name: 'Pages' })
  for (let time = 0; time < 2; time++) {
    await expect.poll(() => right(table)).toBeGreaterThan(1340)
    await rowLinks(page).nth(2).click()
    await expect.poll(async () => (await boxOf(photoDetails(page))).x).toBe(966)
    await expect.poll(() => right(table)).toBeLessThanOrEqual(966)
    expect(await right(pages)).toBeLessThanOrEqual(966)
    await page.keyboard.press('Escape')
  }
})

test('Back from another status, and from another page of the app, brings the rows that one looked at', async ({
  page,
}) => {
  await signIn(page, '/photos?max=100')
  const row = () => firstInSight(page)
  await expect.poll(row).not.toBe('')
  await page.getByRole('row').nth(3).hover()
  await page.mouse.wheel(0, 56 * 40)
  await expect(page.locator('[aria-rowindex="42"]')).toBeInViewport()
  await expect.poll(row).not.toBe('')
  const kept = await row()
  await page
    .getByRole('navigation', { name: 'Photo status' })
    .getByRole('link', { name: /^Denied/ })
    .click()
  await expect(page.locator('[aria-rowindex="2"]')).toBeInViewport({ ratio: 0.9 })
  await page.goBack()
  await expect.poll(row).toBe(kept)
  await page.getByRole('link', { name: 'My decisions' }).click()
  await page.getByRole('heading', { name: 'My decisions' }).waitFor()
  await page.goBack()
  await expect.poll(row).toBe(kept)
  // A tab that is clicked begins at its top, as it is asked for anew.
  await page
    .getByRole('navigation', { name: 'Photo status' })
    .getByRole('link', { name: /^Denied/ })
    .click()
  await page
    .getByRole('navigation', { name: 'Photo status' })
    .getByRole('link', { name: /^Pending/ })
    .click()
  await expect(page.locator('[aria-rowindex="2"]')).toBeInViewport({ ratio: 0.9 })
})
