import { type Page } from '@playwright/test'
import { expect, test } from '../browser/harness'
import { tokenOf } from '../browser/kept-session'
import { decisions, denyForm, expectApprovable } from '../browser/own-sandbox'
import {
  expectPainted,
  largePhoto,
  photoDetails,
  photoHeading,
  photoRow,
  rowLinks,
  thumbnail,
} from '../browser/screen'
import { settle } from '../browser/traffic'
import { startApp, type StartedApp } from '../browser/start-app'
import type { Answer } from './stand-in'
import { type Site, startSite } from './start-site'

// The site's certificate is known to nobody but the test; that nginx checks the API's is tested in proxy.spec.ts.
test.use({ ignoreHTTPSErrors: true })

const person = { username: 'office@example.edu', password: 'sandbox' }

let sandbox: StartedApp
let site: Site

/** The photos lie beside the stand-in, as they lie on S3: at another origin than the site's. */
const photoOrigin = (apiUrl: string) => `https://localhost:${new URL(apiUrl).port}`

test.beforeAll(async () => {
  sandbox = await startApp({ CLOUDCARD_API_URL: '', SANDBOX_PHOTOS: '600' })
  site = await startSite({
    answer: askSandbox,
    env: ({ url }) => ({
      CLOUDCARD_API_URL: `${url}/cloudcard`,
      PHOTO_ORIGINS: `${photoOrigin(url)}/sandbox-photos/`,
    }),
  })
})

test.afterAll(async () => {
  await site.stop()
  sandbox.stop()
})

const askSandbox: Answer = async ({ method, path, headers, body }, res) => {
  const token = headers['x-auth-token']
  const question: RequestInit = {
    method,
    headers: { 'Content-Type': 'application/json', ...(token ? { 'X-Auth-Token': String(token) } : {}) },
  }
  if (body) question.body = body
  const answer = await fetch(sandbox.url + path, question)
  const type = answer.headers.get('Content-Type') ?? ''
  res.writeHead(answer.status, { 'Content-Type': type })
  if (type.startsWith('image/')) return res.end(Buffer.from(await answer.arrayBuffer()))
  return res.end((await answer.text()).replaceAll(sandbox.url, photoOrigin(site.api.url)))
}

test('from signing in to signing out, an office works behind nginx, and its logs tell of nobody', async ({
  page,
  context,
  allowOrigin,
  allowConsole,
}) => {
  allowOrigin(site.url)
  allowOrigin(site.httpUrl)
  allowOrigin(photoOrigin(site.api.url))
  // Some of the sandbox's pictures are gone.
  allowConsole(/404/)
  // What other programs on this host may have left in the browser is none of the API's business.
  await context.addCookies([{ name: 'stray', value: 'canary-cookie', url: site.url }])

  await page.goto(`${site.httpUrl}/photos`)
  expect(page.url()).toMatch(`${site.url}/`)
  await expect(page.getByRole('button', { name: 'Open the sandbox' })).toBeHidden()
  await page.getByLabel('E-mail').fill(person.username)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expectPainted(thumbnail(photoRow(page, 1)))
  // The name comes with what is read ahead.
  const [email = ''] = (await rowLinks(page).first().innerText()).split('\n')
  expect(email).toContain('@')

  await rowLinks(page).first().click()
  await expectPainted(largePhoto(page))
  await decide(page)
  await photoDetails(page).getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await page.goto(`${site.url}/photos`)
  await findPerson(page, email)
  const token = await tokenOf(page)
  await settle(page)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()

  expectOnlyWhatIsNeeded()
  await expect.poll(() => site.logs().access).toContain('"POST /cloudcard/person/me/logout HTTP/')
  for (const log of Object.values(site.logs()))
    for (const word of [token, email, encodeURIComponent(email), person.username, 'canary'])
      expect(log).not.toContain(word)
})

/** A note to a cardholder is part of the address of the call. */
async function decide(page: Page): Promise<void> {
  const heading = photoHeading(page)
  const denied = await heading.innerText()
  await heading.press('d')
  await page.keyboard.press('2')
  await denyForm(page).getByRole('textbox', { name: 'Note to cardholder' }).fill('canary & note')
  await page.keyboard.press('Control+Enter')
  await expect(heading).not.toHaveText(denied)
  await expectApprovable(page)
  await heading.press('a')
  await expect
    .poll(
      () => site.api.asked.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, body]),
      {
        timeout: 30_000,
      },
    )
    .toEqual([
      [expect.stringContaining('noteToCardholder=canary%20%26%20note'), expect.stringContaining('"DENIED"')],
      [expect.stringMatching(/^\/cloudcard\/photo\/\d+$/), expect.stringContaining('"APPROVED"')],
    ])
  const mails = await fetch(`${sandbox.url}/sandbox-mails`)
  expect(await mails.json()).toMatchObject([
    { status: 'DENIED', note: 'canary & note' },
    { status: 'APPROVED' },
  ])
  await expect(decisions(page)).toHaveCount(0)
}

/** An e-mail that is searched for is part of the address of a call. */
async function findPerson(page: Page, email: string): Promise<void> {
  const asked = page.waitForResponse(/\/cloudcard\/person\//)
  await page.getByRole('searchbox', { name: 'Search photos' }).fill(email)
  expect((await asked).status()).toBe(200)
}

function expectOnlyWhatIsNeeded(): void {
  const calls = site.api.asked.filter(({ path }) => path.startsWith('/cloudcard/'))
  const kinds = new Set(
    calls.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '').replace(/\d+/, '1')}`),
  )
  expect(kinds).toContain('POST /cloudcard/api/login')
  expect(kinds).toContain('GET /cloudcard/photo')
  expect(kinds).toContain('PUT /cloudcard/photo/1')
  expect(kinds).toContain('POST /cloudcard/person/me/logout')
  const passed = new Set(calls.flatMap(({ headers }) => Object.keys(headers)))
  expect([...passed].toSorted()).toEqual([
    'accept',
    'accept-encoding',
    'connection',
    'content-length',
    'content-type',
    'host',
    'user-agent',
    'x-auth-token',
  ])
}
