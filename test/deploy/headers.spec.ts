import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ask, type Answered } from './ask'
import { type Site, startSite } from './start-site'

const photoOrigin = 'https://photos.example.edu/cards/'
const policy =
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' ${photoOrigin}; connect-src 'self'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** What is answered in place of CloudCard, or by it, may do nothing, should it be taken for a page. */
const answerPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

let site: Site

test.beforeAll(async () => {
  site = await startSite({
    env: () => ({ PHOTO_ORIGINS: photoOrigin, IDLE_MINUTES: '7' }),
    answer({ headers }, res) {
      const isKnown = headers['x-auth-token'] === 'token-1'
      res.writeHead(isKnown ? 200 : 401, {
        'Content-Type': 'application/json',
        'Cache-Control': 'max-age=60',
      })
      res.end(isKnown ? '[]' : '{"status":401}')
    },
  })
})
test.afterAll(() => site.stop())

function expectSecurityHeaders({ headers }: Answered, wanted = policy) {
  expect(headers).toMatchObject({
    'content-security-policy': wanted,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=()'),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    server: 'nginx',
  })
}

function expectSecure(answered: Answered, wanted = policy) {
  expectSecurityHeaders(answered, wanted)
  expect(answered.headers['strict-transport-security']).toBe('max-age=31536000')
}

for (const path of ['/', '/photos', '/photos/1423442?status=DENIED', '/sign-in', '/nowhere', '/a.b/c']) {
  test(`${path} is the app, read again each time`, async () => {
    const answered = await ask(site, path)
    expect(answered.status).toBe(200)
    expect(answered.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    })
    expect(answered.body).toContain('<title>Loupe</title>')
    expectSecure(answered)
  })
}

test('the page is told what the variables say', async () => {
  const { body } = await ask(site, '/photos')
  const content = /<meta name="loupe-config" content="([^"]*)"/.exec(body)?.[1] ?? ''
  expect(JSON.parse(content.replaceAll('&quot;', '"'))).toEqual({
    sandbox: null,
    photoOrigins: [photoOrigin],
    pictures: 'direct',
    idleMinutes: 7,
    version: expect.stringMatching(/^\d+\.\d+/),
  })
})

test('scripts are compressed, and kept by the browser for good', async () => {
  const path = /src="(\/assets\/[^"]+\.js)"/.exec((await ask(site, '/')).body)?.[1] ?? 'no script in the page'
  const answered = await ask(site, path, { headers: { 'Accept-Encoding': 'gzip' } })
  expect(answered.status).toBe(200)
  expect(answered.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    vary: 'Accept-Encoding',
  })
  expectSecure(answered)
})

test('the icon is there, and is asked for again', async () => {
  const answered = await ask(site, '/favicon.png')
  expect(answered.status).toBe(200)
  expect(answered.headers).toMatchObject({ 'content-type': 'image/png', 'cache-control': 'no-cache' })
  expectSecure(answered)
})

for (const path of ['/assets/missing.js', '/missing.png', '/favicon.ico', '/photos/.env', '/assets/']) {
  test(`${path} is not there, is not the app, and is not kept`, async () => {
    const answered = await ask(site, path)
    expect(answered.status).toBe(404)
    expect(answered.body).toBe('Not found\n')
    expect(answered.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
    })
    expectSecure(answered)
  })
}

test('what proves to the authority whose address it is can be asked for without https', async () => {
  const folder = join(site.acmeRoot, '.well-known/acme-challenge')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'proof'), 'of the office')
  const answered = await ask(site, '/.well-known/acme-challenge/proof', { isHttp: true })
  expect([answered.status, answered.body]).toEqual([200, 'of the office'])
  expectSecurityHeaders(answered)
})

test('a path that leads out of the app is refused', async () => {
  const answered = await ask(site, '/..%2f..%2fetc/passwd')
  expect(answered.status).toBe(400)
  expectSecure(answered)
})

test('which version is there can be asked, and is not kept', async () => {
  const answered = await ask(site, '/health')
  expect(answered.status).toBe(200)
  expect(answered.body).toMatch(/^\d+\.\d+\.\d+/)
  expect(answered.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  expectSecure(answered)
})

test('without a token CloudCard asks for one, and nobody may keep the answer', async () => {
  const answered = await ask(site, '/cloudcard/photo')
  expect(answered.status).toBe(401)
  expect(answered.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  expectSecure(answered, answerPolicy)
})

test('with a token it answers, and nobody may keep the answer', async () => {
  const answered = await ask(site, '/cloudcard/photo?max=1', { headers: { 'X-Auth-Token': 'token-1' } })
  expect(answered.status).toBe(200)
  expect(answered.headers['cache-control']).toBe('no-store')
  expectSecure(answered, answerPolicy)
})

test('refusals carry the same headers', async () => {
  const pages = [
    await ask(site, '/photos', { method: 'POST' }),
    await ask(site, `/cloudcard/photo?note=${'x'.repeat(20_000)}`),
    await ask(site, '/', { headers: { Host: 'not a host' } }),
  ]
  expect(pages.map(({ status }) => status)).toEqual([405, 414, 400])
  for (const page of pages) expectSecure(page)
  expect(pages[0]?.headers.allow).toBe('GET, HEAD')
  const json = { 'Content-Type': 'application/json' }
  const calls = [
    await ask(site, '/cloudcard/photo', { method: 'DELETE' }),
    await ask(site, '/cloudcard/nothing'),
    await ask(site, '/cloudcard/photo', { headers: { 'Sec-Fetch-Site': 'cross-site' } }),
    await ask(site, '/cloudcard/photo/1', { method: 'PUT', headers: json, body: 'x'.repeat(70_000) }),
  ]
  expect(calls.map(({ status }) => status)).toEqual([405, 404, 403, 413])
  for (const call of calls) expectSecure(call, answerPolicy)
  expect(calls[0]?.headers.allow).toBe('GET, POST, PUT')
})

test('whoever comes without https is sent to the same page with it, and what the address asked stays behind', async () => {
  const answered = await ask(site, '/photos/1423442?to=%0d%0aSet-Cookie:a=b', { isHttp: true })
  expect(answered.status).toBe(301)
  expect(answered.headers.location).toBe(`${site.url}/photos/1423442`)
  expectSecurityHeaders(answered)
})

test('another host in the path does not lead elsewhere', async () => {
  const answered = await ask(site, '//elsewhere.example/', { isHttp: true })
  expect(answered.headers.location).toBe(`${site.url}//elsewhere.example/`)
})

test('a call to CloudCard without https is refused and goes nowhere', async () => {
  const before = site.api.asked.length
  const answered = await ask(site, '/cloudcard/photo', {
    isHttp: true,
    headers: { 'X-Auth-Token': 'token-1' },
  })
  expect(answered.status).toBe(403)
  expect(answered.headers.location).toBeUndefined()
  expect(answered.headers['cache-control']).toBe('no-store')
  expectSecurityHeaders(answered, answerPolicy)
  expect(site.api.asked.length).toBe(before)
})
