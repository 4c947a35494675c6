import type { Page } from '@playwright/test'
import { approve, decisions, denyForm, expect, expectApprovable, review, test } from './own-sandbox'
import { boxOf, photoDetails, photoHeading, photoRow } from './screen'

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search photos' })
const unmeant = (page: Page) => page.getByText(/^Keys are off/)

test('a page that is loaded again while somebody types decides on nothing that is typed on', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, '/photos?photo=9599901', '15')
  await expectApprovable(page)
  await field(page).pressSequentially('ad')
  await page.reload()
  await expectApprovable(page)
  await page.keyboard.type('ams, anna and amanda adams', { delay: 30 })
  await expect(unmeant(page).first()).toBeAttached()
  await expect(decisions(page)).toHaveCount(0)
  await expect(denyForm(page)).toHaveCount(0)
  expect(page.url()).toContain('photo=9599901')
  await photoDetails(page).getByRole('img').click()
  await page.keyboard.press('a')
  await expect(decisions(page)).toBeVisible()
})

test('AltGr writes letters of other languages, and neither approves, skips nor opens the form', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, '/photos?photo=9599901', '15')
  await expectApprovable(page)
  const session = await page.context().newCDPSession(page)
  for (const [key, code] of [
    ['ą', 'KeyA'],
    ['ś', 'KeyS'],
    ['đ', 'KeyD'],
  ] as const) {
    // AltGr alone is held: neither Ctrl nor Alt.
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'AltGraph', code: 'AltRight' })
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'AltGraph', code: 'AltRight' })
  }
  await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
  await expect(decisions(page)).toHaveCount(0)
  await expect(denyForm(page)).toHaveCount(0)
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
})

test('what is said covers neither the buttons of the form nor the facts', async ({ page, openSandbox }) => {
  const app = await openSandbox()
  await review(page, app, '/photos?photo=9599901', '15')
  await expectApprovable(page)
  await page.keyboard.press('d')
  await expect(denyForm(page)).toBeVisible()
  for (const size of [
    { width: 1366, height: 768 },
    { width: 1366, height: 625 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Choose a reason, or write one.').last()).toBeVisible()
    for (const name of ['Deny photo', 'Cancel']) {
      const button = denyForm(page).getByRole('button', { name })
      const { x, y, height } = await boxOf(button)
      // At its lower edge, where the words stood before: whatever covers it would get the click.
      const isFree = button.evaluate(
        (element, point) => element.contains(document.elementFromPoint(...point)),
        [x + 20, y + height - 3] as [number, number],
      )
      expect(await isFree, `${name} at ${size.width} x ${size.height}`).toBe(true)
    }
  }
})

test('a click where nothing takes the focus leaves the keys with the photo', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await review(page, app, '/photos?photo=9599901', '15')
  await expectApprovable(page)
  await photoRow(page, 3).getByRole('checkbox').click()
  await page.keyboard.press('j')
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
  await photoDetails(page).getByText('ID number').click()
  await page.keyboard.press('ArrowLeft')
  await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
  await expectApprovable(page)
  await approve(page).focus()
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
})
