import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, request, type RequestListener, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { cloudcardProxy } from './cloudcard-proxy'

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

/** The API answers as `listener` says; gives the address of a proxy before it. */
async function proxyTo(listener: RequestListener, { path = '', timeoutMs = 5_000 } = {}): Promise<string> {
  return start(cloudcardProxy(new URL(`${await start(listener)}${path}`), timeoutMs))
}

test('the prefix goes, the path of the API stays, the query is untouched', async () => {
  const seen: (string | undefined)[] = []
  const proxy = await proxyTo(
    (req, res) => {
      seen.push(req.url)
      res.end()
    },
    { path: '/v2/' },
  )
  await fetch(`${proxy}/cloudcard/photo?status=PENDING&note=a%20b%26c`)
  await fetch(`${proxy}/cloudcard`)
  await fetch(`${proxy}/cloudcard?max=1`)
  await fetch(`${proxy}/cloudcard//elsewhere.example/photo`)
  expect(seen).toEqual([
    '/v2/photo?status=PENDING&note=a%20b%26c',
    '/v2/',
    '/v2/?max=1',
    '/v2//elsewhere.example/photo',
  ])
})

test('the API is sent the token and the body, and nothing that tells of the browser or its cookies', async () => {
  let seen: IncomingMessage['headers'] = {}
  let body = ''
  const proxy = await proxyTo(async (req, res) => {
    seen = req.headers
    body = await text(req)
    res.end()
  })
  await new Promise((resolve) =>
    request(`${proxy}/cloudcard/photo/1`, {
      method: 'PUT',
      headers: {
        'X-Auth-Token': 'token-1',
        'Content-Type': 'application/json',
        Accept: 'application/json',
        Cookie: 'a=1',
        Referer: 'http://localhost/photos?secret',
        Origin: 'http://localhost',
        Authorization: 'Basic x',
        Forwarded: 'for=10.0.0.1',
        'X-Forwarded-For': '10.0.0.1',
        'Sec-Fetch-Site': 'same-origin',
      },
    })
      .on('response', resolve)
      .end('{"status":"APPROVED"}'),
  )
  expect(body).toBe('{"status":"APPROVED"}')
  expect(seen).toMatchObject({ 'x-auth-token': 'token-1', 'content-type': 'application/json' })
  expect(Object.keys(seen).toSorted()).toEqual([
    'accept',
    'connection',
    'content-length',
    'content-type',
    'host',
    'x-auth-token',
  ])
})

test('the API is asked under its own host name', async () => {
  let seen: string | undefined
  const upstream = await start((req, res) => {
    seen = req.headers.host
    res.end()
  })
  const proxy = await start(cloudcardProxy(new URL(upstream)))
  await fetch(`${proxy}/cloudcard/photo`)
  expect(`http://${seen}`).toBe(upstream)
})

test('an answer passes with its status, type and Retry-After, but sets no cookie and is never kept', async () => {
  const proxy = await proxyTo((_req, res) => {
    res.writeHead(429, {
      'Content-Type': 'text/html',
      'Retry-After': '7',
      'Set-Cookie': 'session=1',
      'Cache-Control': 'public, max-age=60',
      'Access-Control-Allow-Origin': '*',
      'Content-Security-Policy': 'default-src *',
      Location: 'https://elsewhere.example/',
    })
    res.end('<p>Slow down</p>')
  })
  const response = await fetch(`${proxy}/cloudcard/photo`)
  expect(response.status).toBe(429)
  expect(await response.text()).toBe('<p>Slow down</p>')
  expect(response.headers.get('content-type')).toBe('text/html')
  expect(response.headers.get('retry-after')).toBe('7')
  expect(response.headers.get('cache-control')).toBe('no-store')
  for (const name of ['set-cookie', 'access-control-allow-origin', 'content-security-policy', 'location'])
    expect(response.headers.get(name)).toBeNull()
})

test('an API that is down is a 502 in JSON', async () => {
  const gone = await start(() => {})
  servers.pop()?.close()
  const proxy = await start(cloudcardProxy(new URL(gone)))
  const response = await fetch(`${proxy}/cloudcard/photo`)
  expect(response.status).toBe(502)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ error: 'CloudCard cannot be reached.' })
})

test('an API that does not answer in time is a 504 in JSON', async () => {
  const proxy = await proxyTo(() => {}, { timeoutMs: 50 })
  const response = await fetch(`${proxy}/cloudcard/photo`)
  expect(response.status).toBe(504)
  expect(await response.json()).toEqual({ error: 'CloudCard did not answer in time.' })
})

test('an answer that breaks off is not taken for a whole one', async () => {
  const proxy = await proxyTo((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '100' })
    res.write('[{"id":1}')
    setImmediate(() => res.destroy())
  })
  const response = await fetch(`${proxy}/cloudcard/photo`)
  await expect(response.text()).rejects.toThrow()
})

test('who goes away takes the request to the API along', async () => {
  const events = new EventEmitter()
  const isAsked = once(events, 'asked')
  const isGone = once(events, 'gone')
  const proxy = await proxyTo((_req, res) => {
    res.on('close', () => events.emit('gone'))
    events.emit('asked')
  })
  const controller = new AbortController()
  const response = fetch(`${proxy}/cloudcard/photo`, { signal: controller.signal })
  await isAsked
  controller.abort()
  await expect(response).rejects.toThrow()
  await isGone
})

test('methods that the API has no use for are refused', async () => {
  let isAsked = false
  const proxy = await proxyTo((_req, res) => {
    isAsked = true
    res.end()
  })
  const response = await fetch(`${proxy}/cloudcard/photo/1`, { method: 'DELETE' })
  expect(response.status).toBe(405)
  expect(isAsked).toBe(false)
})
