import type { Page } from '@playwright/test'
import {
  approve,
  decisions,
  denyForm,
  expect,
  expectApprovable,
  review,
  test,
  type OwnSandbox,
} from './own-sandbox'
import { expectPainted, hold, largePhoto, photoHeading, pictureAddress, rowLinks } from './screen'

const marisol = 9599901
const amara = 9599824

/** The photo that stands in the pane, by the address. */
const openId = (page: Page) => Number(new URL(page.url()).searchParams.get('photo'))

async function openMarisol(page: Page, app: OwnSandbox, seconds = '6') {
  await review(page, app, '/photos', seconds)
  await page.getByRole('link', { name: /^marisol/ }).click()
  await expect(photoHeading(page)).toBeFocused()
}

test('forty photos by keyboard alone, with a colleague deciding too: every photo is accounted for', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/40[349]/)
  const app = await openSandbox({ SANDBOX_COLLEAGUE: '2' })
  await review(page, app)
  await rowLinks(page).first().focus()
  await page.keyboard.press('Enter')
  await expect(photoHeading(page)).toBeFocused()
  let keys = 1
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
    // The address says which photo is shown once that was painted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  }

  const approved: number[] = []
  for (let count = 0; count < 40; count++) {
    const id = openId(page)
    if (await isUnshowable(page)) await press('s')
    else {
      await press('a')
      if (openId(page) === id) await press('a')
      approved.push(id)
    }
    await expect.poll(() => openId(page)).not.toBe(id)
    await expect(photoHeading(page)).toBeFocused()
  }
  expect(keys).toBeLessThanOrEqual(1.1 * 40)
  expect(new Set(approved).size).toBe(approved.length)

  // What is left in the tray are those on which the colleague was faster.
  await expect(decisions(page).getByText(/^Approve in|^Approving/)).toHaveCount(0)
  await expect
    .poll(async () => (await app.mails()).filter(({ photo }) => approved.includes(photo)).length)
    .toBe(approved.length)
  const mails = await app.mails()
  for (const id of approved) expect(mails.filter(({ photo }) => photo === id)).toHaveLength(1)
})

/** Waits until it is known whether the photo can be approved, and says whether it never can. */
async function isUnshowable(page: Page): Promise<boolean> {
  const look = () =>
    approve(page).evaluate((button) => [button.getAttribute('aria-disabled'), button.getAttribute('title')])
  await expect
    .poll(async () => {
      const [isOff, why] = await look()
      return isOff === null || why !== null
    })
    .toBe(true)
  return (await look())[1] !== null
}

test('a denial with three reasons and a note arrives letter for letter', async ({ page, openSandbox }) => {
  const app = await openSandbox()
  await openMarisol(page, app, '0')
  await page.keyboard.press('d')
  await expect(denyForm(page).getByRole('checkbox').first()).toBeFocused()
  for (const key of ['2', '9', '5']) await page.keyboard.press(key)
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill('100 % & mehr?\n„Grüße“ + 1')
  await page.keyboard.press('Control+Enter')
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
  await expect.poll(app.mails).toEqual([
    expect.objectContaining({
      photo: marisol,
      status: 'DENIED',
      reasons: ['No sunglasses', 'Even lighting', 'Hats & Glasses = No'],
      note: '100 % & mehr?\n„Grüße“ + 1',
    }),
  ])
})

test('Undo in time sends nothing and returns to the photo; too late says so', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await openMarisol(page, app, '3')
  await expectApprovable(page)
  await page.keyboard.press('a')
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
  await page.keyboard.press('Control+z')
  await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)
  await expect(photoHeading(page)).toBeFocused()
  await expectApprovable(page)
  await page.keyboard.press('a')
  await expect.poll(app.mails).toHaveLength(1)
  await expect(decisions(page)).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(page.getByText(/^Nothing to undo/).first()).toBeAttached()
  expect(await app.mails()).toHaveLength(1)
})

test('a colleague was faster: nothing is overwritten; one can leave it, or apply one’s own anyway', async ({
  page,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/409/)
  const app = await openSandbox()
  await openMarisol(page, app, '0')
  await expectApprovable(page)
  await app.colleagueDecides(marisol, 'DENIED')
  await page.keyboard.press('a')
  await expect(
    decisions(page)
      .getByText(/^marisol.* is now Denied/)
      .first(),
  ).toBeVisible()
  await decisions(page).getByRole('button', { name: 'Leave it' }).click()
  await expect(decisions(page)).toHaveCount(0)
  await expect(page.getByRole('row', { name: /marisol/ }).getByText('Denied')).toBeVisible()
  await expect(photoHeading(page)).toBeFocused()

  await expectApprovable(page)
  await app.colleagueDecides(amara, 'DENIED')
  await page.keyboard.press('a')
  await decisions(page).getByRole('button', { name: 'Use my decision' }).click()
  await expect(page.getByRole('row', { name: /amara/ }).getByText('Approved')).toBeVisible()
  const ours = (await app.mails()).filter(({ photo }) => photo === amara)
  expect(ours.map(({ status }) => status)).toEqual(['DENIED', 'APPROVED'])
})

test('the network is pulled out and comes back: the decision is kept, visible, and sent once', async ({
  page,
  context,
  openSandbox,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/)
  const app = await openSandbox()
  await openMarisol(page, app, '0')
  await expectApprovable(page)
  await context.setOffline(true)
  await page.keyboard.press('a')
  await expect(decisions(page).getByText(/^Approving: not sent yet/)).toBeVisible()
  expect(await app.mails()).toEqual([])
  await context.setOffline(false)
  await expect(decisions(page)).toHaveCount(0)
  expect(await app.mails()).toHaveLength(1)
})

test('a key that is held down, one that comes before the picture, and a double click decide once, or not at all', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await openMarisol(page, app)
  await expectApprovable(page)
  for (let count = 0; count < 15; count++) await page.keyboard.down('a')
  await page.keyboard.up('a')
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)
  await expectApprovable(page)
  await expect(photoHeading(page)).toHaveText(/^Photo of amara/)

  await approve(page).dblclick()
  await expect(photoHeading(page)).toHaveText(/^Photo of j\.lindqvist/)
  await expectApprovable(page)
  await expect(photoHeading(page)).toHaveText(/^Photo of j\.lindqvist/)
  await page.keyboard.press('u')
  await page.keyboard.press('u')
  await expect(photoHeading(page)).toHaveText(/^Photo of marisol/)

  // Far down the list no picture has come yet.
  const pictures = await hold(page, pictureAddress)
  await page.goto(`${app.url}/photos?page=3&photo=9591178`)
  await expect(photoHeading(page)).toBeVisible()
  await photoHeading(page).focus()
  await page.keyboard.press('a')
  await expect(page.getByText(/^Wait for the photo to load/).first()).toBeAttached()
  pictures.letGo()
  await expectPainted(largePhoto(page))
  await expectApprovable(page)
  await expect(decisions(page)).toHaveCount(0)
  expect(await app.mails()).toEqual([])
})

test('closing the window warns first, names what is held, and then sends it', async ({
  page,
  openSandbox,
}) => {
  const app = await openSandbox()
  await openMarisol(page, app, '15')
  await expectApprovable(page)
  await page.keyboard.press('a')
  await expect(decisions(page)).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const question = await asked
  expect(question.type()).toBe('beforeunload')
  await question.dismiss()
  await expect(page.getByText(/^Not sent yet: Approve marisol/).first()).toBeAttached()
  expect(await app.mails()).toEqual([])

  page.on('dialog', (dialog) => void dialog.accept())
  await page.close({ runBeforeUnload: true })
  await expect.poll(app.mails).toEqual([expect.objectContaining({ photo: marisol, status: 'APPROVED' })])
})

test('signing out sends what is held first', async ({ page, openSandbox }) => {
  const app = await openSandbox()
  await openMarisol(page, app, '15')
  await expectApprovable(page)
  await page.keyboard.press('a')
  await expect(decisions(page)).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await app.mails()).toHaveLength(1)
})
