import type { Page } from '@playwright/test'
import { expect, signIn, test } from './harness'
import { keptSession } from './kept-session'
import { expectPainted, isApiRequest, largePhoto, photoRow, photoTable, rowLinks, thumbnail } from './screen'
import { settle } from './traffic'

const storages = (page: Page) =>
  page.evaluate(() => ({ session: { ...sessionStorage }, local: { ...localStorage } }))

/** What a colleague, a history list or a printed page would show. */
const trace = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([location.href, history.state, document.title, document.referrer, window.name]),
  )

test('a reload stays signed in, and a new tab needs no sign-in: it asks the one that is open', async ({
  page,
  context,
}) => {
  await signIn(page)
  await expect(photoRow(page, 1)).toBeVisible()
  await page.reload()
  await expect(photoRow(page, 1)).toBeVisible()
  await page.mouse.move(300, 300)
  await settle(page)

  const other = await context.newPage()
  await other.goto('/photos?status=DENIED')
  await expect(other.getByRole('table', { name: 'Denied photos' })).toBeVisible()
  // How far the server's clock is ahead each tab finds out for itself.
  const sessionOf = async (tab: Page) => ({
    ...(await keptSession(tab)),
    serverAhead: null,
  })
  expect(await sessionOf(page)).toHaveProperty('token')
  expect(await sessionOf(other)).toEqual(await sessionOf(page))
  // Which session it is and when somebody was here: neither says who.
  for (const { local } of [await storages(page), await storages(other)])
    expect(Object.keys(local).toSorted()).toEqual(['loupe.active-at', 'loupe.session-mark'])
  expect(await context.cookies()).toEqual([])

  await page.close()
  await other.close()
  const alone = await context.newPage()
  await alone.goto('/photos')
  await expect(alone.getByLabel('E-mail')).toBeVisible()
  await expect(photoTable(alone)).toHaveCount(0)
})

test('after signing out nothing is kept, and Back shows no photo', async ({ page, context }) => {
  await signIn(page)
  await page.getByRole('searchbox', { name: 'Search photos' }).fill('lakemont')
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toBeVisible()
  await rowLinks(page).first().click()
  await expectPainted(largePhoto(page))
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  expect((await storages(page)).session).not.toEqual({})

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  expect(await storages(page)).toEqual({ session: {}, local: {} })
  expect(await context.cookies()).toEqual([])
  for (let count = 0; count < 2; count++) {
    await page.goBack()
    await expect(page.getByLabel('E-mail')).toBeVisible()
    await expect(page.getByRole('table')).toHaveCount(0)
    await expect(page.locator('img')).toHaveCount(0)
    await expect(page.getByText('lakemont')).toHaveCount(0)
  }
  expect(await storages(page)).toEqual({ session: {}, local: {} })
})

test('the token goes to our own API in its header, and nowhere else', async ({ page, baseURL }) => {
  const answered = page.waitForResponse(/\/cloudcard\/api\/login/)
  const requests = new Set<Awaited<typeof answered>>()
  page.on('response', (response) => requests.add(response))
  await signIn(page)
  const { access_token: token } = (await (await answered).json()) as { access_token: string }
  expect(token.length).toBeGreaterThan(10)
  await expectPainted(thumbnail(photoRow(page, 1)))
  await rowLinks(page).first().click()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  await settle(page)
  expect(await trace(page)).not.toContain(token)
  const { local, session } = await storages(page)
  expect(JSON.stringify([local, session])).not.toContain(token)
  expect(await keptSession(page)).toHaveProperty('token', token)
  expect(await page.content()).not.toContain(token)

  const withToken: string[] = []
  for (const response of requests) {
    const request = response.request()
    expect(request.url()).not.toContain(token)
    expect(request.postData() ?? '').not.toContain(token)
    const headers = Object.entries(await request.allHeaders()).filter(([, value]) => value.includes(token))
    if (headers.length === 0) continue
    expect(headers.map(([name]) => name)).toEqual(['x-auth-token'])
    expect(isApiRequest(request) && request.url().startsWith(`${baseURL}/`)).toBe(true)
    withToken.push(request.url())
  }
  expect(withToken.length).toBeGreaterThanOrEqual(2)
})

test('nothing that names a person is in the address, the title or the history of the browser', async ({
  page,
}) => {
  await signIn(page)
  await expectPainted(thumbnail(photoRow(page, 1)))
  const answer = await page.evaluate(() => sessionStorage.length)
  expect(answer).toBeGreaterThan(0)
  const email = (await rowLinks(page).nth(1).innerText()).split('\n')[0]?.trim() ?? ''
  expect(email).toContain('@')
  const identifier = await photoRow(page, 2).getByRole('cell').nth(2).innerText()
  expect(identifier).toMatch(/\d/)
  const words = [email, email.split('@')[0] ?? email, identifier]
  const expectNothing = async () => {
    const found = await trace(page)
    for (const word of words) expect(found).not.toContain(word)
  }
  await page.getByRole('searchbox', { name: 'Search photos' }).fill(email)
  await expect(page.getByRole('status').filter({ hasText: '1–1 of 1 that match' })).toBeVisible()
  await expectNothing()
  await rowLinks(page).first().click()
  await expectPainted(largePhoto(page))
  await expectNothing()
  await page.getByRole('link', { name: 'Open photo page' }).click()
  await expect(page.getByRole('table', { name: 'Classifications' })).toBeVisible()
  const details = page.getByRole('region', { name: 'Photo details' })
  words.push((await details.getByRole('definition').nth(1).innerText()).trim())
  await expectNothing()
  await page.goBack()
  await page.goBack()
  // The search is kept for Back, in memory alone.
  await expect(page.getByRole('searchbox', { name: 'Search photos' })).toHaveValue(email)
  await expectNothing()
  expect(JSON.stringify(await storages(page))).not.toContain(email)
  await page.reload()
  await expect(photoRow(page, 1)).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search photos' })).toHaveValue('')
  await expectNothing()
})
