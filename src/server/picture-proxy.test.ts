import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { pictureProxy } from './picture-proxy'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

function start(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`)
    }),
  )
}

const jpeg = Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), Buffer.alloc(20_000, 7)])

async function picturesOf(listener: RequestListener, path = '') {
  const asked: IncomingMessage[] = []
  const store = await start((req, res) => {
    asked.push(req)
    listener(req, res)
  })
  return { asked, url: await start(pictureProxy(['http://127.0.0.1:1', `${store}${path}`], 300)) }
}

test('a picture comes through without a word of who looks at it, and may not be kept', async () => {
  const { asked, url } = await picturesOf((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'binary/octet-stream', ETag: '"1"', 'Set-Cookie': 'a=1' }).end(jpeg)
  })
  const headers = {
    'X-Auth-Token': 'token-1',
    Cookie: 'a=1',
    Referer: `${url}/photos`,
    'If-None-Match': '"1"',
  }
  const response = await fetch(`${url}/pictures/1/cards/a%20b.jpg?X-Amz-Signature=a%2Fb`, { headers })
  expect(response.status).toBe(200)
  expect(Buffer.from(await response.arrayBuffer()).equals(jpeg)).toBe(true)
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  for (const name of ['etag', 'set-cookie', 'last-modified']) expect(response.headers.get(name)).toBeNull()
  expect(asked[0]?.url).toBe('/cards/a%20b.jpg?X-Amz-Signature=a%2Fb')
  expect(Object.keys(asked[0]?.headers ?? {}).toSorted()).toEqual(['accept', 'connection', 'host'])
})

test.each([
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['a script', 'alert(1)'],
  ['a drawing that can hold a script', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['nothing', ''],
])('%s that is called a picture does not come through', async (_what, body) => {
  const { url } = await picturesOf((_req, res) =>
    res.writeHead(200, { 'Content-Type': 'image/png' }).end(body),
  )
  const response = await fetch(`${url}/pictures/1/a.png`)
  expect([response.status, await response.text()]).toEqual([502, ''])
})

test.each([
  [403, 403],
  [404, 404],
  [302, 502],
  [500, 500],
])('a store that answers %i is told as %i, and led nowhere', async (status, wanted) => {
  const { url } = await picturesOf((_req, res) =>
    res.writeHead(status, { Location: '/elsewhere' }).end('<p>no</p>'),
  )
  const response = await fetch(`${url}/pictures/1/a.png`, { redirect: 'manual' })
  expect([response.status, await response.text()]).toEqual([wanted, ''])
})

test('a store that says nothing is given up', async () => {
  const { url } = await picturesOf(() => {})
  expect((await fetch(`${url}/pictures/1/a.png`)).status).toBe(504)
})

test('nothing is asked for that does not lie below one of the places, or for another page', async () => {
  const { asked, url } = await picturesOf((_req, res) => res.writeHead(200).end(jpeg), '/cards/')
  const { port } = new URL(url)
  const paths = [
    '2/a.jpg',
    '99/a.jpg',
    '1/',
    '1/../a.jpg',
    '1/a/../../b.jpg',
    '1/%2e%2e/a.jpg',
    '1/.%2E/a.jpg',
    '1/..',
    '1/a/..',
  ]
  const hidden = ['1/..%2fa.jpg', '1/a%5c..', '1/a%00.jpg', '1/a b.jpg', '1/a.jpg#x', '1/\\a.jpg', 'x/a.jpg']
  for (const path of [...paths, ...hidden]) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`GET /pictures/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    expect([path, await text(socket)]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 40[04] /)])
  }
  for (const headers of [
    { 'Sec-Fetch-Dest': 'document' },
    { 'Sec-Fetch-Dest': 'script' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://elsewhere.example' },
  ] as Record<string, string>[])
    expect((await fetch(`${url}/pictures/1/a.jpg`, { headers })).status).toBe(404)
  expect(asked).toEqual([])
  const response = await fetch(`${url}/pictures/1/a.jpg`, {
    headers: { 'Sec-Fetch-Dest': 'image', 'Sec-Fetch-Site': 'same-origin' },
  })
  expect([response.status, asked[0]?.url]).toEqual([200, '/cards/a.jpg'])
})
