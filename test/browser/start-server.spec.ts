import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import type { APIResponse } from '@playwright/test'
import { freePort } from './free-port'
import { expect, signIn, test } from './harness'
import { startApp } from './start-app'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const answerPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

function expectSecurityHeaders(response: APIResponse, wanted = policy) {
  expect(response.headers()).toMatchObject({
    'content-security-policy': wanted,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  })
}

/** The path of the app's script, whose name changes with its content. */
async function scriptPath(page: APIResponse): Promise<string> {
  return /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1] ?? 'no script in the page'
}

for (const path of [
  '/',
  '/photos',
  '/photos/1423442?status=DENIED',
  '/photos/1001.',
  '/sign-in',
  '/nowhere',
]) {
  test(`${path} is the app`, async ({ request }) => {
    const response = await request.get(path)
    expect(response.status()).toBe(200)
    expect(response.headers()).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
    expectSecurityHeaders(response)
  })
}

for (const path of ['/assets/missing.js', '/missing.png', '/favicon.ico', '/..%2f..%2fpackage.json']) {
  test(`${path} is not there, and is not the app`, async ({ request }) => {
    const response = await request.get(path)
    expect(response.status()).toBe(404)
    expect(await response.text()).toBe('Not found\n')
    expectSecurityHeaders(response)
  })
}

test('scripts are compressed, and kept by the browser for good', async ({ request }) => {
  const path = await scriptPath(await request.get('/'))
  const response = await request.get(path, { headers: { 'accept-encoding': 'gzip' } })
  expect(response.status()).toBe(200)
  expect(response.headers()).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    vary: 'Accept-Encoding',
  })
  expectSecurityHeaders(response)
})

test('who does not ask for compression gets none', async ({ request }) => {
  const response = await request.get('/', { headers: { 'accept-encoding': 'identity' } })
  expect(response.headers()['content-encoding']).toBeUndefined()
  expect(Number(response.headers()['content-length'])).toBe((await response.body()).length)
})

test('HEAD answers as GET does, without the page', async ({ request }) => {
  const response = await request.head('/photos')
  expect(response.status()).toBe(200)
  expect(Number(response.headers()['content-length'])).toBeGreaterThan(0)
  expect((await response.body()).length).toBe(0)
})

test('the icon is there', async ({ request }) => {
  const response = await request.get('/favicon.png')
  expect(response.status()).toBe(200)
  expect(response.headers()['content-type']).toBe('image/png')
  expectSecurityHeaders(response)
})

test('the API asks for a token, in JSON that nobody may keep', async ({ request }) => {
  const response = await request.get('/cloudcard/photo')
  expect(response.status()).toBe(401)
  expect(response.headers()['content-type']).toContain('application/json')
  expect(response.headers()['cache-control']).toBe('no-store')
  expectSecurityHeaders(response, answerPolicy)
})

test('an API path that does not exist is not the app', async ({ request }) => {
  const response = await request.get('/cloudcard/nothing/here')
  expect(response.status()).toBe(404)
  expect(response.headers()['content-type']).toContain('application/json')
  expect(response.headers()['cache-control']).toBe('no-store')
})

test('the page is told what differs from place to place', async ({ page }) => {
  await page.goto('/sign-in')
  const content = await page.locator('meta[name="loupe-config"]').getAttribute('content')
  expect(JSON.parse(content ?? '')).toEqual({
    sandbox: { photos: 12_000, username: 'office@example.edu', password: 'sandbox' },
    photoOrigins: [],
    pictures: 'direct',
    idleMinutes: 15,
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
})

test('which version is there can be asked, and read in Settings', async ({ page, request }) => {
  const response = await request.get('/health')
  expect([response.status(), response.headers()['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
  const version = (await response.text()).trim()
  expect(version).toMatch(/^\d+\.\d+\.\d+/)
  await signIn(page)
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText(`Loupe ${version}`)
})

test('the licenses of what is shipped come along', async ({ request }) => {
  const text = await (await request.get('/licenses.txt')).text()
  for (const name of ['react-dom', '@tanstack/react-query', 'valibot', 'papaparse'])
    expect(text).toContain(`${name} `)
  expect(text).toContain('Permission is hereby granted')
})

test('refusals carry the same headers, and are not kept', async ({ request, baseURL }) => {
  const { port } = new URL(baseURL ?? '')
  const refusals = [
    await request.post('/photos'),
    await request.get('/cloudcard/photo', { headers: { Host: 'elsewhere.example' } }),
    await request.get('/photos', { headers: { Host: '10.0.0.7' } }),
    await request.delete('/cloudcard/photo'),
    await request.get('/cloudcard/..;/admin'),
    await request.get('/cloudcard/photo', { headers: { 'Sec-Fetch-Dest': 'script' } }),
    await request.post('/cloudcard/api/login', { headers: { 'Content-Type': 'text/plain' }, data: '{}' }),
    await request.post('/cloudcard/api/login', { data: { username: 'x'.repeat(70_000) } }),
  ]
  expect(refusals.map((response) => response.status())).toEqual([405, 403, 403, 405, 404, 403, 415, 413])
  for (const [place, response] of refusals.entries()) {
    expect(response.headers()['cache-control']).toBe('no-store')
    expectSecurityHeaders(response, place < 3 ? policy : answerPolicy)
  }
  // Of these one is the server itself; IPv6 is not everywhere.
  const here = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? [])
  for (const host of ['127.0.0.1', '::1'].filter((each) => here.includes(each)))
    for (const [line, status] of [
      ['GARBAGE', 400],
      ['GET /photos HTTP/1.1\r\nConnection: close', 400],
      [`GET /photos HTTP/1.1\r\nHost: localhost:${port}\r\nExpect: x\r\nConnection: close`, 417],
      [`GET /cloudcard/photo?note=${'x'.repeat(20_000)} HTTP/1.1`, 431],
    ]) {
      const answer = await sendRaw(host, Number(port), `${line}\r\n\r\n`)
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(answer).toContain(`\r\nContent-Security-Policy: ${policy}\r\n`)
      expect(answer).toContain('\r\nX-Content-Type-Options: nosniff\r\n')
      expect(answer).toContain('\r\nCache-Control: no-store\r\n')
    }
})

test('an API that does not answer is a failure with the same headers, which nobody may keep', async ({
  request,
}) => {
  const app = await startApp({
    CLOUDCARD_API_URL: `http://127.0.0.1:${await freePort()}`,
    PHOTO_ORIGINS: 'https://photos.example.edu',
  })
  try {
    const response = await request.get(`${app.url}/cloudcard/photo`)
    expect(response.status()).toBe(502)
    expect(response.headers()['cache-control']).toBe('no-store')
    expectSecurityHeaders(response, answerPolicy)
    expectSecurityHeaders(
      await request.get(`${app.url}/photos`),
      policy.replace("img-src 'self'", "img-src 'self' https://photos.example.edu"),
    )
  } finally {
    app.stop()
  }
})

/** What no client would send. */
async function sendRaw(host: string, port: number, request: string): Promise<string> {
  const socket = connect(port, host)
  socket.write(request)
  return text(socket)
}

test('the addresses 127.0.0.1 and localhost reach the same app', async ({ request, baseURL }) => {
  const response = await request.get(`${baseURL?.replace('localhost', '127.0.0.1')}/photos`)
  expect(response.status()).toBe(200)
})
