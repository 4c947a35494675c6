import { expect, test } from '@playwright/test'
import { ask } from './ask'
import { type Answer } from './stand-in'
import { type Site, startSite } from './start-site'

const jpeg = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(20_000, 7)])

let site: Site
let answer: Answer
test.beforeAll(async () => {
  site = await startSite({
    env: (api) => ({ PICTURES: 'own', PHOTO_ORIGINS: `https://elsewhere.test ${api.url}/cards` }),
    answer: (asked, res) => answer(asked, res),
  })
})
test.beforeEach(() => {
  site.api.asked.length = 0
  answer = (_, res) =>
    res
      .writeHead(200, {
        'Content-Type': 'image/jpeg',
        ETag: '"1"',
        'Set-Cookie': 'a=1',
        'Last-Modified': 'Sat, 01 Jun 2024 12:00:00 GMT',
      })
      .end(jpeg)
})
test.afterAll(() => site.stop())

test('a picture comes through without a word of who looks at it, and may not be kept', async () => {
  const answered = await ask(site, '/pictures/1/2024/a%20b.jpg?X-Amz-Signature=a%2Fb', {
    headers: {
      'X-Auth-Token': 'token-1',
      Cookie: 'a=1',
      Referer: `${site.url}/photos`,
      'User-Agent': 'Browser/1',
      'If-None-Match': '"1"',
      'Sec-Fetch-Dest': 'image',
      'Sec-Fetch-Site': 'same-origin',
    },
  })
  expect([answered.status, answered.body.length > 10_000]).toEqual([200, true])
  expect(answered.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  for (const name of ['etag', 'set-cookie', 'last-modified']) expect(answered.headers[name]).toBeUndefined()
  const [asked] = site.api.asked
  expect(asked?.path).toBe('/cards/2024/a%20b.jpg?X-Amz-Signature=a%2Fb')
  expect(Object.keys(asked?.headers ?? {}).toSorted()).toEqual(['accept', 'connection', 'host'])
  expect(site.writtenToDisk()).toEqual([])
})

for (const [status, wanted] of [
  [302, 502],
  [403, 403],
  [404, 404],
  [503, 503],
] as const)
  test(`a store that answers ${status} is told as ${wanted}, without its words, and led nowhere`, async () => {
    answer = (_, res) =>
      res.writeHead(status, { Location: 'https://elsewhere.test/' }).end('<Error>secret</Error>')
    const { status: told, body, headers } = await ask(site, '/pictures/1/a.jpg')
    expect([told, body.includes('secret'), headers.location]).toEqual([wanted, false, undefined])
  })

test('nothing is asked for that does not lie below one of the places, or for another page', async () => {
  for (const path of [
    '2/a.jpg',
    '1/',
    '1/%2e%2e/a.jpg',
    '1/.%2E/a.jpg',
    '1/a/..',
    '1/..%2fa.jpg',
    '1/a%5c..',
    '1/a%00.jpg',
    'x/a.jpg',
  ])
    await ask(site, `/pictures/${path}`)
  const foreign: Record<string, string>[] = [
    { 'Sec-Fetch-Dest': 'document' },
    { 'Sec-Fetch-Dest': 'script' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://elsewhere.test' },
  ]
  for (const headers of foreign) expect((await ask(site, '/pictures/1/a.jpg', { headers })).status).toBe(404)
  expect((await ask(site, '/pictures/1/a.jpg', { method: 'POST' })).status).toBe(404)
  expect(site.api.asked).toEqual([])
})

test('no log says which picture was looked at', async () => {
  await ask(site, '/pictures/1/2024/secret-face.jpg?X-Amz-Signature=secret-signature')
  const { access, error, main } = site.logs()
  expect(access).not.toBe('')
  expect(access + error + main).not.toContain('secret')
})
