import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, request, type RequestListener, type Server } from 'node:http'
import { connect, createServer as createConnectionServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
import { answerPolicy, BODY_LIMIT, guardCalls } from './call-guard'
import { cloudcardProxy } from './cloudcard-proxy'
import { foreignTargets } from '../../test/foreign-targets'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const json = { 'Content-Type': 'application/json' }

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
  return start(guardCalls(cloudcardProxy(new URL(`${await start(listener)}${path}`), timeoutMs)))
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
  await fetch(`${proxy}/cloudcard/photo?status=PENDING&offset=0&max=25`)
  await fetch(`${proxy}/cloudcard/photo/1?otherReason=a%20b%26c`, {
    method: 'PUT',
    headers: json,
    body: '{}',
  })
  expect(seen).toEqual(['/v2/photo?status=PENDING&offset=0&max=25', '/v2/photo/1?otherReason=a%20b%26c'])
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
        Origin: proxy,
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
  const proxy = await start(guardCalls(cloudcardProxy(new URL(upstream))))
  await fetch(`${proxy}/cloudcard/photo`)
  expect(`http://${seen}`).toBe(upstream)
})

test('a failure passes with its status, text and Retry-After, is no page to the browser, but sets no cookie and is never kept', async () => {
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
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('content-security-policy')).toBe(answerPolicy)
  expect(response.headers.get('retry-after')).toBe('7')
  expect(response.headers.get('cache-control')).toBe('no-store')
  for (const name of ['set-cookie', 'access-control-allow-origin', 'location'])
    expect(response.headers.get(name)).toBeNull()
})

test('an API that is down is a 502 in JSON', async () => {
  const gone = await start(() => {})
  servers.pop()?.close()
  const proxy = await start(guardCalls(cloudcardProxy(new URL(gone))))
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

describe('before anything is sent', () => {
  async function refusing() {
    let count = 0
    const proxy = await proxyTo((_req, res) => {
      count += 1
      res.writeHead(200, json).end('[]')
    })
    return { proxy, asked: () => count }
  }

  test.each(['DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'HEAD'])('%s is refused', async (method) => {
    const { proxy, asked } = await refusing()
    const response = await fetch(`${proxy}/cloudcard/photo/1`, { method })
    expect([response.status, response.headers.get('allow'), asked()]).toEqual([405, 'GET, POST, PUT', 0])
  })

  test('what is no call of Loupe is refused, by whatever method', async () => {
    const { proxy, asked } = await refusing()
    const { hostname, port } = new URL(proxy)
    for (const target of foreignTargets)
      for (const method of ['GET', 'PUT', 'POST']) {
        const path = `/cloudcard${target}`
        // Sent as it stands: fetch would tidy it up.
        const line = `${method} ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n`
        const body = 'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}'
        expect([path, await sendRaw(Number(port), line + body)]).toEqual([
          path,
          expect.stringMatching(/^HTTP\/1.1 40[04] /),
        ])
      }
    expect(asked()).toBe(0)
  })

  test.each([
    [{ 'Sec-Fetch-Dest': 'document' }, 403],
    [{ 'Sec-Fetch-Dest': 'script' }, 403],
    [{ 'Sec-Fetch-Dest': 'style' }, 403],
    [{ 'Sec-Fetch-Dest': 'image' }, 403],
    [{ 'Sec-Fetch-Dest': 'iframe' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'none' }, 403],
    [{ Origin: 'https://elsewhere.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty' }, 200],
  ])('what comes with %j is answered by %i', async (headers, status) => {
    const { proxy, asked } = await refusing()
    expect((await fetch(`${proxy}/cloudcard/photo`, { headers })).status).toBe(status)
    expect(asked()).toBe(status === 200 ? 1 : 0)
  })

  test.each([
    ['text/plain', '{}', 415],
    ['application/x-www-form-urlencoded', '{}', 415],
    ['application/jsonp', '{}', 415],
    ['application/json', `"${'x'.repeat(BODY_LIMIT)}"`, 413],
    ['application/json; charset=utf-8', '{}', 200],
  ])('a body of the type %s is answered by its limit', async (type, body, status) => {
    const { proxy, asked } = await refusing()
    const options = { method: 'POST', headers: { 'Content-Type': type }, body }
    expect((await fetch(`${proxy}/cloudcard/api/login`, options)).status).toBe(status)
    expect(asked()).toBe(status === 200 ? 1 : 0)
  })

  test('a body whose length is not said is refused', async () => {
    const { proxy, asked } = await refusing()
    const { port } = new URL(proxy)
    const answer = await sendRaw(
      Number(port),
      'POST /cloudcard/api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    )
    expect(answer).toMatch(/^HTTP\/1.1 411 /)
    expect(asked()).toBe(0)
  })
})

describe('an answer that is none', () => {
  /** What the API writes onto the connection, letter for letter. */
  async function answeringRaw(lines: string, timeoutMs = 5_000): Promise<Response> {
    const server = createConnectionServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.write(lines))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const proxy = await start(guardCalls(cloudcardProxy(new URL(`http://127.0.0.1:${port}`), timeoutMs)))
    try {
      return await fetch(`${proxy}/cloudcard/photo`)
    } finally {
      server.close()
    }
  }

  const page = 'Content-Type: text/html\r\nContent-Length: 9\r\n\r\n<p>Hi</p>'
  test.each([
    ['HTTP/1.1 000 None\r\nContent-Length: 0\r\n\r\n', 502],
    ['HTTP/1.1 099 None\r\nContent-Length: 0\r\n\r\n', 502],
    ['HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n', 502],
    ['HTTP/1.1 103 Early Hints\r\nLink: </x.css>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n', 204],
    ['HTTP/1.1 999 None\r\nContent-Length: 0\r\n\r\n', 502],
    [`HTTP/1.1 200 OK\r\n${page}`, 502],
    [`HTTP/1.1 200 OK\r\n${page.replace('text/html', 'text/javascript')}`, 502],
    [`HTTP/1.1 401 No\r\n${page}`, 401],
    [`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100_000)}`, 502],
    ['SSH-2.0-OpenSSH_9.2\r\n', 502],
  ])('%j', async (lines, status) => {
    const response = await answeringRaw(lines)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type') ?? '').not.toMatch(/html|javascript/)
  })

  test('one whose beginning never ends is given up', async () => {
    expect((await answeringRaw('HTTP/1.1 200 OK\r\nX-Slow: x', 50)).status).toBe(504)
  })
})

function sendRaw(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(request)
  return text(socket)
}
