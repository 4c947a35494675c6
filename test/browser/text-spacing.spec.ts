import type { Page } from '@playwright/test'
import { findCutText } from './cut-text'
import { signIn } from './harness'
import { decisions, denyForm, expect, test } from './own-sandbox'
import { photoDetails, photoHeading, rowLinks } from './screen'

/** As wide as WCAG 1.4.12 wants to be possible. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`

const sizes = [
  { width: 390, height: 844 },
  { width: 320, height: 844 },
  { width: 1024, height: 768 },
  // What comes next is done in this one.
  { width: 1366, height: 768 },
]

/** In every width; what is open stays open meanwhile. */
async function expectWhole(page: Page, what: string) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect
      .poll(async () => (await page.evaluate(findCutText)).cut, `${what} at ${size.width} px`)
      .toEqual([])
  }
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })

test('from a phone to an office screen no text is cut off or lies over other text, with the wide spacing that some people need', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  // Of photos in the list.
  allowConsole(/40[34]/)
  const { url } = await openSandbox()
  await page.addInitScript((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
    // Long enough to come to the tray, where the time stands still.
    localStorage.setItem('loupe.settings', JSON.stringify({ hold: '15' }))
  }, spacing)

  await page.goto(`${url}/photos`)
  await expect(page.getByRole('button', { name: 'Open the sandbox' })).toBeVisible()
  await expectWhole(page, 'signing in')
  await signIn(page, `${url}/photos`)
  await expect(rowLinks(page).first()).toBeVisible()
  await expectWhole(page, 'the list')

  await page.goto(`${url}/photos?page=2`)
  await expect(page.getByText("Picture didn't load").first()).toBeAttached()
  await expectWhole(page, 'pictures that did not load')

  await page.goto(`${url}/photos?page=2&view=grid`)
  await expect(page.getByRole('gridcell').getByRole('button', { name: 'Retry' }).first()).toBeVisible()
  await expectWhole(page, 'the grid, with pictures that did not load')

  await page.goto(`${url}/photos`)
  await page
    .getByRole('checkbox', { name: /^Select / })
    .nth(1)
    .click()
  for (const does of ['Approve', 'Deny']) {
    await page.getByRole('button', { name: new RegExp(`^${does} 1`) }).click()
    await expect(dialog(page, `${does} together`)).toBeVisible()
    await expectWhole(page, `${does} together`)
    await page.keyboard.press('Escape')
  }

  await rowLinks(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(photoDetails(page)).toBeVisible()
  await expectWhole(page, 'the open photo')
  await photoHeading(page).focus()
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
  await page.keyboard.press('2')
  await expectWhole(page, 'denying')
  await page.keyboard.press('Enter')
  await expect(decisions(page)).toBeVisible()
  await decisions(page).getByRole('button', { name: 'Undo' }).focus()
  await expectWhole(page, 'a decision that is held')

  await page.getByRole('link', { name: 'Open photo page' }).click()
  const title = page.getByRole('heading', { name: /^Photo \d/ })
  await expect(title).toBeAttached()
  await expectWhole(page, 'the photo page')
  await title.focus()
  await page.keyboard.press('c')
  await expect(dialog(page, 'Compare')).toBeVisible()
  await expectWhole(page, 'the comparison')
  await page.keyboard.press('Escape')

  await page.goto(`${url}/record`)
  await expect(page.getByRole('heading', { name: 'My decisions' })).toBeVisible()
  await expectWhole(page, 'My decisions')
  for (const name of ['Settings', 'Help']) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(dialog(page, name)).toBeVisible()
    await expectWhole(page, name)
    await page.keyboard.press('Escape')
  }
  // On a phone they are opened from a menu.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await expect(dialog(page, 'Settings')).toBeVisible()
})

test('the e-mail stands whole above the words for a picture that did not load', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/40[34]/)
  const { url } = await openSandbox()
  await signIn(page, `${url}/photos?page=2`)
  await expect(page.getByText("Picture didn't load").first()).toBeVisible()
  const { shortened } = await page.evaluate(findCutText)
  expect(shortened).toEqual([])
})
