import type { APIRequestContext, BrowserContext, Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { keptSession, tokenOf } from './kept-session'
import {
  approve,
  decisions,
  denyForm,
  expectApprovable,
  review,
  test as ownTest,
  type OwnSandbox,
} from './own-sandbox'
import { photoHeading, photoRow, photoTable } from './screen'
import { settle } from './traffic'

const signedOut = (page: Page) => page.getByText(/^You are signed out/)
const stored = (page: Page) => page.evaluate(() => [Object.keys(sessionStorage), Object.keys(localStorage)])

/** Another tab of the same browser, that somebody has touched. */
async function openTab(context: BrowserContext, address = '/photos'): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await expect(photoRow(page, 1)).toBeVisible()
  await touch(page)
  return page
}

async function touch(page: Page): Promise<void> {
  await page.mouse.move(300, 300)
  await settle(page)
}

/** When a tab shows no photo any more (epoch ms). */
const clearedAt = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // The timers of a tab that is not looked at are slow.
        const look = () => document.querySelector('table, img') ?? resolve(Date.now())
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
        look()
      }),
  )

/** Presses Sign out, and gives when that was (epoch ms), as the page has heard it. */
async function signOut(page: Page): Promise<number> {
  const pressed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener('click', () => resolve(Date.now()), { capture: true, once: true })
      }),
  )
  await page.getByRole('button', { name: 'Sign out' }).click()
  return pressed
}

/** It takes a fraction of a second; a busy machine is slow, not wrong. */
const busyMs = 10_000

test('a new tab takes over the session of one that nobody has touched since it was loaded', async ({
  page,
  context,
}) => {
  await signIn(page)
  // However slow the machine, its time for beginning by itself does not come.
  await page.addInitScript(() => {
    const wait = window.setTimeout.bind(window)
    window.setTimeout = ((does: () => void, ms = 0) =>
      ms === 5000 ? 0 : wait(does, ms)) as typeof setTimeout
  })
  await page.reload()
  await expect(photoRow(page, 1)).toBeVisible()
  const other = await context.newPage()
  await other.goto('/photos?status=DENIED')
  await expect(other.getByRole('table', { name: 'Denied photos' })).toBeVisible()
})

test('signing out in one tab clears every tab at once, and each of them loads a new document', async ({
  page,
  context,
}) => {
  await signIn(page)
  await touch(page)
  const others = [await openTab(context), await openTab(context, '/photos?status=DENIED')]
  for (const other of others) await other.evaluate(() => Object.assign(window, { isOldDocument: true }))
  await page.evaluate(() => Object.assign(window, { isOldDocument: true }))

  const cleared = [page, ...others].map(clearedAt)
  const pressed = await signOut(page)
  for (const time of await Promise.all(cleared)) expect(time - pressed).toBeLessThan(busyMs)
  for (const tab of [page, ...others]) {
    await expect(signedOut(tab)).toBeVisible()
    await expect.poll(() => tab.evaluate(() => 'isOldDocument' in window)).toBe(false)
    expect(await stored(tab)).toEqual([[], []])
    await tab.goBack().catch(() => null)
    await expect(tab.getByRole('table')).toHaveCount(0)
  }
})

test('it does so offline too, and loads the new document when the network is back', async ({
  page,
  context,
  allowConsole,
}) => {
  allowConsole(/ERR_INTERNET_DISCONNECTED/)
  await signIn(page)
  await touch(page)
  const other = await openTab(context)
  await page.evaluate(() => Object.assign(window, { isOldDocument: true }))
  await context.setOffline(true)
  const cleared = [page, other].map(clearedAt)
  const pressed = await signOut(page)
  for (const time of await Promise.all(cleared)) expect(time - pressed).toBeLessThan(busyMs)
  await expect(page.getByText(/CloudCard could not be told/)).toBeVisible()
  await expect(signedOut(other)).toBeVisible()
  for (const tab of [page, other]) expect(await stored(tab)).toEqual([[], []])
  await context.setOffline(false)
  await expect.poll(() => page.evaluate(() => 'isOldDocument' in window).catch(() => true)).toBe(false)
  await expect(page.getByLabel('E-mail')).toBeVisible()
})

test('a tab that could not hear of it checks before it shows anything again', async ({ page, context }) => {
  await signIn(page)
  await touch(page)
  const frozen = await openTab(context)
  // As a frozen tab, it hears nothing and no timer of it runs.
  const cdp = await context.newCDPSession(frozen)
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(signedOut(page)).toBeVisible()
  await cdp.send('Page.setWebLifecycleState', { state: 'active' })
  await expect(signedOut(frozen)).toBeVisible()
  await expect(photoTable(frozen)).toHaveCount(0)
})

test('a frozen tab leaves nothing on the screen', async ({ page, context }) => {
  await signIn(page)
  await touch(page)
  await page.evaluate(() => document.dispatchEvent(new Event('freeze')))
  await expect(photoRow(page, 1)).toBeHidden()
  await page.evaluate(() => document.dispatchEvent(new Event('resume')))
  await expect(photoRow(page, 1)).toBeVisible()
  expect(context.pages()).toHaveLength(1)
})

test('activity in any tab counts for all; where there is none, all of them lock', async ({
  page,
  context,
}) => {
  await context.clock.install()
  await signIn(page)
  await context.clock.runFor(6_000)
  const other = await context.newPage()
  await other.goto('/photos')
  await expect(photoRow(other, 1)).toBeVisible()
  await other.mouse.move(200, 200)
  await context.clock.runFor(6_000)
  const question = (tab: Page) => tab.getByRole('dialog', { name: 'Are you still there?' })

  await context.clock.runFor('14:00')
  await other.keyboard.press('Shift')
  await context.clock.runFor('14:00')
  await expect(question(page)).toHaveCount(0)
  await context.clock.runFor('01:10')
  await expect(question(page)).toBeVisible()
  await expect(question(other)).toBeVisible()
  await other.keyboard.press('Enter')
  await context.clock.runFor(2_000)
  await expect(question(page)).toHaveCount(0)

  // The computer sleeps: no timer runs, and the clock has jumped when it wakes.
  await context.clock.fastForward('01:00:00')
  for (const tab of [page, other]) {
    await expect(tab.getByRole('heading', { name: 'Loupe is locked' })).toBeVisible()
    await expect(photoTable(tab)).toHaveCount(0)
    expect(await tab.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  }
  // Whoever signs in in one tab goes on in all of them.
  await page.getByRole('button', { name: 'Open the sandbox' }).click()
  await expect(photoRow(page, 1)).toBeVisible()
  await expect(photoRow(other, 1)).toBeVisible()
})

const marisol = 9599901

async function openMarisol(page: Page, app: OwnSandbox) {
  await review(page, app, `/photos?photo=${marisol}`, '15')
  await expectApprovable(page)
}

/** CloudCard takes the token of this page no longer; the page does not know yet. */
async function endToken(page: Page, app: OwnSandbox, request: APIRequestContext) {
  const token = await tokenOf(page)
  await request.post(`${app.url}/cloudcard/person/me/logout`, {
    headers: { 'X-Auth-Token': token },
    data: { authenticationToken: token },
  })
}

ownTest('signing out waits for what is held in another tab', async ({ page, context, openSandbox }) => {
  const app = await openSandbox()
  await openMarisol(page, app)
  const other = await openTab(context, `${app.url}/photos`)
  await page.bringToFront()
  await photoHeading(page).focus()
  await page.keyboard.press('a')
  await expect(decisions(page)).toBeVisible()
  await other.bringToFront()
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(signedOut(other)).toBeVisible()
  await expect(signedOut(page)).toBeVisible()
  expect(await app.mails()).toEqual([expect.objectContaining({ photo: marisol, status: 'APPROVED' })])
})

ownTest(
  'signed out in the middle of a denial: the page stays behind the dialog, out of reach, and goes on as it was',
  async ({ page, openSandbox, allowConsole, request }) => {
    allowConsole(/401/)
    const app = await openSandbox()
    await openMarisol(page, app)
    await photoHeading(page).focus()
    await page.keyboard.press('d')
    const note = denyForm(page).getByRole('textbox', { name: 'Note to cardholder' })
    await note.fill('Half a sen')
    const before = page.url()
    const scrolled = await page.evaluate(() => {
      const list = document.querySelector('table')?.parentElement
      list?.scrollTo(0, 400)
      return list?.scrollTop
    })
    await endToken(page, app, request)
    await note.focus()
    // Whatever asks first finds out: the photos that are read ahead may be faster.
    const refresh = page.getByRole('button', { name: 'Refresh' })
    await refresh.click({ timeout: 3_000 }).catch(() => {})
    const dialog = page.getByRole('dialog', { name: 'Sign in again' })
    // Not its password: the letters of a half-typed note would go on in there.
    await expect(dialog).toBeFocused()
    await expect(note).toHaveValue('Half a sen')
    // Neither by mouse nor by keyboard can one get behind it, and Escape does not close it.
    await expect(approve(page).click({ timeout: 1_000 })).rejects.toThrow()
    for (let count = 0; count < 3; count++) await page.keyboard.press('Escape')
    await expect(dialog).toBeVisible()
    for (let count = 0; count < 12; count++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).toMatch(
        /DIALOG|BODY/,
      )
    }
    await dialog.getByLabel('Password', { exact: true }).click()
    await page.keyboard.type('sandbox')
    await page.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    expect(page.url()).toBe(before)
    await expect(note).toHaveValue('Half a sen')
    expect(await page.evaluate(() => document.querySelector('table')?.parentElement?.scrollTop)).toBe(
      scrolled,
    )
    await expect(page.getByRole('alert')).toHaveCount(0)
  },
)

ownTest(
  'somebody else who signs in in one tab takes all of them over, and finds nothing of the one before in any',
  async ({ page, context, openSandbox, allowConsole, request }) => {
    allowConsole(/401/)
    await context.clock.install()
    const app = await openSandbox()
    await openMarisol(page, app)
    const other = await openTab(context, `${app.url}/photos`)
    await other.getByRole('checkbox', { name: /^Select lena/ }).click()
    await page.bringToFront()
    await photoHeading(page).focus()
    await page.keyboard.press('a')
    await expect(decisions(page)).toBeVisible()
    await endToken(page, app, request)

    await other.bringToFront()
    await other.getByRole('button', { name: 'Refresh' }).click()
    const dialog = other.getByRole('dialog', { name: 'Sign in again' })
    await dialog.getByLabel('E-mail').fill('viewer@example.edu')
    await dialog.getByLabel('Password', { exact: true }).fill('sandbox')
    await other.keyboard.press('Enter')
    for (const tab of [other, page]) {
      await expect(tab.getByRole('banner').getByText('viewer@example.edu')).toBeVisible()
      await expect(photoRow(tab, 1)).toBeVisible()
      await expect(decisions(tab)).toHaveCount(0)
      await expect(tab.getByRole('region', { name: 'Selection' })).toHaveCount(0)
      expect(await keptSession(tab)).toHaveProperty('username', 'viewer@example.edu')
      await tab.getByRole('link', { name: 'My decisions' }).click()
      await expect(tab.getByText('No decisions yet.')).toBeVisible()
    }
    // The time for which it was held is over.
    await context.clock.runFor(16_000)
    await settle(page)
    expect(await app.mails()).toEqual([])
  },
)
