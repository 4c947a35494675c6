import type { Page } from '@playwright/test'
import { findings } from './findings'
import { approve, decisions, denyForm, expect, expectApprovable, review, test } from './own-sandbox'
import { boxOf, expectPainted, largePhoto, pageAddress, photoHeading, rowLinks } from './screen'

const marisol = 9599901
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Compare' })
const card = (page: Page) => dialog(page).getByRole('img', { name: 'Government issued ID' })

test('twenty photos and their documents are checked with at most three keys each', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  // Some pictures of the sandbox are dead.
  allowConsole(/40[34]/)
  const app = await openSandbox()
  // A photo on which the bot works asks for one key more.
  await page.route(pageAddress, async (route) => {
    const response = await route.fetch()
    const rows = ((await response.json()) as (object | null)[]).map(
      (row) => row && { ...row, isHelperBotProcessing: false },
    )
    await route.fulfill({ response, json: rows })
  })
  await review(page, app, '/photos?documents=has', '0')
  await rowLinks(page).first().click()
  await photoHeading(page).focus()
  await page.keyboard.press('c')
  const title = dialog(page).getByRole('heading', { level: 3 })
  const show = dialog(page).getByRole('button', { name: 'Show documents' })
  const letter = dialog(page).getByRole('button', { name: 'Enrollment letter' })
  let decided = 0
  for (let photo = 0; photo < 20; photo++) {
    const name = (await title.textContent()) ?? ''
    let pressed = 0
    const press = (key: string) => (pressed++, page.keyboard.press(key))
    await expect(show).toBeFocused()
    await press('c')
    await expect(show).toHaveCount(0)
    if ((await letter.count()) > 0) await press('c')
    // Looked at long enough, or never to be seen.
    await expect
      .poll(async () =>
        [await approve(page).getAttribute('aria-disabled'), await approve(page).getAttribute('title')].join(),
      )
      .not.toBe('true,')
    const isDead = (await approve(page).getAttribute('title')) !== null
    await press(isDead ? 'j' : 'a')
    if (!isDead) decided++
    await expect(title).not.toHaveText(name)
    expect(pressed).toBeLessThanOrEqual(3)
  }
  expect(decided).toBeGreaterThan(15)
  await expect.poll(async () => (await app.mails()).length).toBe(decided)
})

test('the document stands beside the photo, on a phone below it, both as large as the window allows', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expectPainted(largePhoto(page))
  await photoHeading(page).focus()
  await page.keyboard.press('c')
  await page.keyboard.press('c')
  const face = dialog(page).getByRole('img', { name: /^Photo/ })
  await expectPainted(face)
  await expectPainted(card(page))
  for (const [width, height, where] of [
    [1366, 768, 'beside'],
    [1366, 625, 'beside'],
    [390, 844, 'below'],
  ] as const)
    await test.step(`at ${width}x${height}`, async () => {
      await page.setViewportSize({ width, height })
      await expect(approve(page)).toBeInViewport()
      // The pictures are given their room a frame after the window.
      await expect(async () => {
        const [photo, shown] = [await boxOf(face), await boxOf(card(page))]
        if (where === 'beside') {
          expect(shown.x).toBeGreaterThanOrEqual(photo.x + photo.width)
          expect(shown.width).toBeGreaterThan(width * 0.38)
          expect(photo.height).toBeGreaterThan(height * 0.6)
        } else {
          expect(shown.y).toBeGreaterThanOrEqual(photo.y + photo.height)
          expect(shown.width).toBeGreaterThan(width * 0.8)
          expect(photo.height).toBeGreaterThan(height * 0.3)
          expect(shown.y + shown.height).toBeLessThan(height)
        }
      }).toPass()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    })
})

test('checking documents can be read and used by everybody', async ({ page, openSandbox }) => {
  const app = await openSandbox()
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await photoHeading(page).focus()
  await page.keyboard.press('g')
  // It goes while the comparison is open, and cannot take the focus back.
  await page.getByRole('button', { name: 'Compare' }).click()
  await expect(dialog(page).getByRole('button', { name: 'Show documents' })).toBeFocused()
  const found = await findings(page, 'covered document')
  await page.keyboard.press('c')
  await expectPainted(card(page))
  for (let press = 0; press < 3; press++) await page.keyboard.press('c')
  await expect(dialog(page)).toHaveCount(0)
  await expect(photoHeading(page)).toBeFocused()
  await page.keyboard.press('c')
  await expectPainted(card(page))
  await expect(dialog(page).getByText('Marisol Vega')).toBeVisible()
  found.push(...(await findings(page, 'document with guides')))
  await expectApprovable(page)
  await page.keyboard.press('a')
  await expect(decisions(page)).toBeVisible()
  found.push(...(await findings(page, 'next photo, one decision held')))
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
  expect(found).toEqual([])
})
