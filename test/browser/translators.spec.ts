import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { photoDetails, photoHeading, photoRow, rowLinks } from './screen'

/** As the translator of Chrome does: each text goes into elements of its own. */
const translate = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    for (const text of texts) {
      if (!text.textContent?.trim()) continue
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      text.parentNode?.replaceChild(outer, text)
      outer.append(inner)
      inner.append(text.textContent)
    }
  })

const emailOfRow = async (page: Page, place: number) =>
  (await rowLinks(page).nth(place).textContent())?.split(' ')[0] ?? ''

test('the page asks browsers not to translate it', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('translate', 'no')
  await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate')
})

test('where it is translated all the same, a photo never stands beside the data of another one', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  await signIn(page)
  await expect(photoRow(page, 3)).toBeVisible()
  const [second, third] = [await emailOfRow(page, 1), await emailOfRow(page, 2)]
  await rowLinks(page).first().click()
  await expect(photoHeading(page)).toBeVisible()
  await translate(page)
  await expect(
    page.getByRole('alert').filter({ hasText: 'Something is translating this page' }),
  ).toBeVisible()
  await photoHeading(page).press('j')
  await expect(photoDetails(page)).toContainText(second)
  await translate(page)
  await photoHeading(page).press('j')
  await expect(photoDetails(page)).toContainText(third)
  await expect(photoDetails(page)).not.toContainText(second)
  await expect(photoDetails(page).getByRole('img').first()).toHaveAttribute('alt', new RegExp(third))
})

test('what somebody else has taken out of the page is drawn again instead of stopping', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/40[34]|NotFoundError/)
  await signIn(page)
  await rowLinks(page).first().click()
  await expect(photoHeading(page)).toBeVisible()
  await photoDetails(page).evaluate((region) => region.remove())
  await page.getByRole('link', { name: /^Denied/ }).click()
  await expect(page.getByRole('table', { name: 'Denied photos' })).toBeVisible()
  await expect(page.getByText('Loupe has stopped')).toHaveCount(0)
})
