import type { Page } from '@playwright/test'
import { denyForm, expect, test as base } from './own-sandbox'
import { tokenOf } from './kept-session'
import { openOwnBrowser, type OwnBrowser } from './profile-folder'
import { expectPainted, largePhoto, rowLinks } from './screen'
import { startApp } from './start-app'
import { startStrictServer, type StrictServer } from './strict-server'

const note = 'Quillfeather, please come without the hat'
const email = 'test_user@cloudcard.us'

const folder = '/test-photos.onlinephotosubmission.com/000008.22.244.'
const face = `${folder}929kldt4jgd6b4q3lgmkb8v7mf7dtfrl0aha1bmaq2uj2hasdfe96jil234dvrh2sfvftiglmgdf75m.jpg`
const forbidden = `${folder}n4k3o3kfitp01n1cjje3ug2q7rs3tdi7p7r6pl8i9ja99q4q426pqo97guf6bnja1tm9jhcsrlm9ml52.jpg`

/** What names or shows somebody in all that is done below. */
const tracesOf = ({ signIn, markOf }: StrictServer) => ({
  'the account': signIn.username,
  'its password': signIn.password,
  'an e-mail': email,
  'a name': 'Test User',
  'an ID number': '54622347',
  'a note': note,
  'the beginning of a note': 'Quillfeather',
  'the word that was searched for': 'test_user2',
  'the address of a face': face,
  'a face': markOf(face),
  'a face that may not be kept': markOf(forbidden),
})

async function signIn(page: Page, url: string, api: StrictServer) {
  await page.addInitScript(() => localStorage.setItem('loupe.settings', '{"hold":"0"}'))
  await page.goto(`${url}/photos`)
  await page.getByLabel('E-mail').fill(api.signIn.username)
  await page.getByLabel('Password').fill(api.signIn.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('banner').getByText(api.signIn.username)).toBeVisible()
}

/** What one does in a working day: looking, searching, filtering, denying with a note. */
async function work(page: Page, api: StrictServer) {
  const search = page.getByRole('searchbox', { name: 'Search photos' })
  await search.fill('test_user2')
  await expect(rowLinks(page)).toHaveCount(1)
  await search.fill('')
  await rowLinks(page).filter({ hasText: email }).click()
  await expectPainted(largePhoto(page))
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByText('Test User')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Test User')).toBeVisible()
  await page.getByRole('button', { name: 'Deny', exact: true }).click()
  await denyForm(page).getByRole('checkbox').first().check()
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill(note)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => api.decided).toEqual([expect.stringContaining('Quillfeather')])
  await page.getByRole('link', { name: 'My decisions' }).click()
  await expect(page.getByText(note)).toBeVisible()
  await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).toContain('loupe.record')
  await page.reload()
  await expect(page.getByText(note)).toBeVisible()
  await page.getByRole('link', { name: 'Loupe' }).click()
  await search.fill('test_user2')
  await expect(rowLinks(page)).toHaveCount(1)
  await page.waitForLoadState('networkidle')
}

/** As CloudCard's store does, which says when a picture was changed, and nothing about keeping it. */
const s3Headers = { ETag: '"1"', 'Last-Modified': 'Thu, 01 Sep 2022 16:43:47 GMT' }
type Desk = { page: Page; url: string; api: StrictServer; browser: OwnBrowser }

/** An office whose pictures come in one of the two ways, and the browser of a desk. */
const test = base.extend<{
  openDesk: (pictures: 'own' | 'direct', preferences?: object) => Promise<Desk>
}>({
  // oxlint-disable-next-line no-empty-pattern
  openDesk: async ({}, provide) => {
    const closing: (() => unknown)[] = []
    await provide(async (pictures, preferences) => {
      const api = await startStrictServer({
        pictureHeaders: (path) => (path === forbidden ? { 'Cache-Control': 'no-store' } : s3Headers),
      })
      closing.push(() => api.close())
      const env = { CLOUDCARD_API_URL: api.url, PHOTO_ORIGINS: api.photoOrigin, PICTURES: pictures }
      const [app, browser] = await Promise.all([startApp(env), openOwnBrowser(preferences)])
      closing.push(() => app.stop(), browser.close, browser.remove)
      closing.push(() => expect(api.failures).toEqual([]))
      const page = browser.context.pages()[0] ?? (await browser.context.newPage())
      return { page, url: app.url, api, browser }
    })
    for (const close of closing) await close()
  },
})

async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
}

test('after signing out, the disk has nothing of a working day: no token, no cardholder, no face', async ({
  openDesk,
}) => {
  const { page, url, api, browser } = await openDesk('own')
  await signIn(page, url, api)
  const token = await tokenOf(page)
  await work(page, api)
  await signOut(page)
  await browser.close()
  const { 'the account': account = [], ...found } = await browser.filesWith({ token, ...tracesOf(api) })
  expect(found).toEqual({})
  // Where the browser itself remembers what was typed into forms, it remembers who has signed in, and nothing else.
  expect(account.filter((file) => !/^Default.(Login Data|Web Data)/.test(file))).toEqual([])
})

test('after closing the window, the disk has nothing either; of the account neither, where the browser remembers no forms', async ({
  openDesk,
}) => {
  const preferences = { credentials_enable_service: false, autofill: { profile_enabled: false } }
  const { page, url, api, browser } = await openDesk('own', preferences)
  await signIn(page, url, api)
  const token = await tokenOf(page)
  await work(page, api)
  await browser.close()
  expect(await browser.filesWith({ token, ...tracesOf(api) })).toEqual({})
})

test('a picture from where it lies stays on the disk, unless its store forbids it; what is planted is found', async ({
  openDesk,
}) => {
  const { page, url, api, browser } = await openDesk('direct')
  await signIn(page, url, api)
  for (const each of [email, 'test_user2@cloudcard.us'])
    await expectPainted(page.getByRole('row').filter({ hasText: each }).locator('img'))
  await page.evaluate(() => {
    localStorage.setItem('planted', 'Plantagenet')
    sessionStorage.setItem('planted', 'Plantagenet too')
    history.replaceState('Plantagenet as well', '', '/photos?planted=in-the-history')
  })
  await browser.close()
  const found = await browser.filesWith({
    ...tracesOf(api),
    localStorage: 'Plantagenet',
    sessionStorage: 'Plantagenet too',
    'the state of a page': 'Plantagenet as well',
    'the history': 'planted=in-the-history',
  })
  const { 'a face': faces = [] } = found
  expect(faces.length).toBeGreaterThan(0)
  expect(faces.filter((file) => !file.includes('Cache'))).toEqual([])
  expect(found).not.toHaveProperty(['a face that may not be kept'])
  for (const planted of ['localStorage', 'sessionStorage', 'the state of a page', 'the history'])
    expect(found).toHaveProperty([planted])
  expect(found).not.toHaveProperty(['an e-mail'])
})
