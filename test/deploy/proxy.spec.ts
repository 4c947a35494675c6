import { Readable } from 'node:stream'
import { expect, test } from '@playwright/test'
import { foreignTargets } from '../foreign-targets'
import { ask } from './ask'
import { type Site, type SiteOptions, startSite } from './start-site'
import { apiName } from './stand-in'

const sites: Site[] = []

async function start(options?: SiteOptions): Promise<Site> {
  const site = await startSite(options)
  sites.push(site)
  return site
}

test.afterEach(async () => {
  for (const site of sites.splice(0)) await site.stop()
})

const json = { 'Content-Type': 'application/json', 'X-Auth-Token': 'token-1' }
const decision = { method: 'PUT', headers: json, body: '{"status":"DENIED","version":1}' }

test('CloudCard is sent the token and the body, and nothing that tells of the browser or its cookies', async () => {
  const site = await start()
  const answered = await ask(site, '/cloudcard/photo/1423442', {
    ...decision,
    headers: {
      ...json,
      Accept: 'application/json',
      'Accept-Encoding': 'gzip',
      'Accept-Language': 'en-GB',
      'User-Agent': 'Browser/1',
      Cookie: 'other-program=1',
      Referer: `${site.url}/photos?secret`,
      Origin: site.url,
      Authorization: 'Basic x',
      'Proxy-Authorization': 'Basic x',
      Forwarded: 'for=10.0.0.1',
      'X-Forwarded-For': '10.0.0.1',
      'X-Real-IP': '10.0.0.1',
      'Sec-Fetch-Site': 'same-origin',
      'X-HTTP-Method-Override': 'DELETE',
      'If-None-Match': '"1"',
      Range: 'bytes=0-1',
      DNT: '1',
    },
  })
  expect(answered.status).toBe(200)
  expect(site.api.asked).toHaveLength(1)
  const [asked] = site.api.asked
  expect(asked).toMatchObject({ method: 'PUT', path: '/photo/1423442', body: decision.body })
  expect(asked?.headers).toEqual({
    accept: 'application/json',
    'accept-encoding': 'gzip',
    connection: 'close',
    'content-length': String(decision.body.length),
    'content-type': 'application/json',
    host: new URL(site.api.url).host,
    'user-agent': 'Browser/1',
    'x-auth-token': 'token-1',
  })
  expect(asked?.serverName).toBe(apiName)
})

test('the query reaches CloudCard letter for letter, also a note of 4,000 bytes', async () => {
  const site = await start({ env: (api) => ({ CLOUDCARD_API_URL: `${api.url}/v2/` }) })
  const words = encodeURIComponent('Ça ne va pas: “zu dunkel” \r\nX-Injected: 1 & 100% 照片 ')
  const query = `?Eyes%20open=true&noteToCardholder=${words.repeat(29)}`.padEnd(4000, 'x')
  expect(query.length).toBe(4000)
  await ask(site, `/cloudcard/photo/1423442${query}`, decision)
  await ask(site, '/cloudcard/person/j%C3%BCrgen%40example.edu?findBy=email')
  expect(site.api.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `PUT /v2/photo/1423442${query}`,
    'GET /v2/person/j%C3%BCrgen%40example.edu?findBy=email',
  ])
  expect(site.api.asked[0]?.headers['x-injected']).toBeUndefined()
})

test('the calls that Loupe makes go to CloudCard, and no other', async () => {
  const site = await start()
  const used = [
    'GET /photo?status=PENDING&offset=0&max=25',
    'GET /photo/1423442',
    'PUT /photo/1423442',
    'POST /photo/1423442',
    'GET /person/00123?findBy=identifier',
    'POST /api/login',
    'POST /authentication-token',
    'POST /person/me/logout',
  ]
  const askAll = (calls: string[]) =>
    Promise.all(
      calls.map(async (call) => {
        const [method, ...rest] = call.split(' ')
        const body = method === 'GET' ? '' : '{}'
        const { status } = await ask(site, `/cloudcard${rest.join(' ')}`, { method, headers: json, body })
        return `${call}: ${status}`
      }),
    )
  expect(await askAll(used)).toEqual(used.map((call) => `${call}: 200`))
  const sent = site.api.asked.map(({ method, path }) => `${method} ${path}`)
  expect(sent.toSorted()).toEqual(used.toSorted())
  // A blank would end the path in a line of a request, and nothing that sends one lets it through.
  const unused = foreignTargets.filter((target) => !target.includes(' '))
  // Tidied up, these two are addresses of the app, as any other is.
  const pages = ['GET /../admin: 200', 'GET /%2e%2e/admin: 200']
  for (const method of ['GET', 'PUT', 'POST']) {
    const refused = await askAll(unused.map((target) => `${method} ${target}`))
    expect(refused.filter((line) => !/: (400|404|405)$/.test(line) && !pages.includes(line))).toEqual([])
  }
  for (const path of [
    '//cloudcard/photo',
    '/%63loudcard/photo',
    '/x/../cloudcard/photo',
    '/cloudcards/photo',
  ])
    await ask(site, path)
  expect(site.api.asked).toHaveLength(used.length)
})

test('methods that nobody uses are refused', async () => {
  const site = await start()
  const methods = [
    'DELETE',
    'PATCH',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'HEAD',
    'MKCOL',
    'COPY',
    'LOCK',
    'SEARCH',
    'PURGE',
    'LINK',
    'BIND',
    'REPORT',
    'MERGE',
    'NOTIFY',
  ]
  const answers = await Promise.all(
    methods.map(
      async (method) => `${method} ${(await ask(site, '/cloudcard/photo/1423442', { method })).status}`,
    ),
  )
  // nginx itself does not know some of them, and ends those before any rule of ours.
  expect(answers.filter((each) => !/ (405|400)$/.test(each))).toEqual([])
  expect(site.api.asked).toEqual([])
})

test('nothing but a script of a page of Loupe may ask, and it is sent nothing but JSON', async () => {
  const site = await start()
  const login = '{"username":"u","password":"p"}'
  const statusOf = async (headers: Record<string, string>, method = 'GET') => {
    const path = method === 'GET' ? '/cloudcard/photo' : '/cloudcard/api/login'
    const { status, headers: answered } = await ask(site, path, {
      method,
      headers,
      body: method === 'GET' ? '' : login,
    })
    expect(answered['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
    expect(answered['x-content-type-options']).toBe('nosniff')
    return status
  }
  for (const destination of ['document', 'iframe', 'script', 'style', 'image', 'object', 'worker'])
    expect(await statusOf({ 'Sec-Fetch-Dest': destination })).toBe(403)
  for (const from of ['cross-site', 'same-site', 'none'])
    expect(await statusOf({ 'Sec-Fetch-Site': from })).toBe(403)
  for (const origin of ['https://elsewhere.example', 'null', `${site.url}.elsewhere.example`, site.httpUrl])
    expect(await statusOf({ ...json, Origin: origin }, 'POST')).toBe(403)
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])
    expect(await statusOf({ 'Content-Type': type }, 'POST')).toBe(415)
  expect(site.api.asked).toEqual([])
  const own = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'empty', Origin: site.url }
  expect(await statusOf({ ...json, ...own }, 'POST')).toBe(200)
  expect(await statusOf({ ...json, ...own, 'Content-Type': 'application/json; charset=utf-8' }, 'POST')).toBe(
    200,
  )
})

test('a password whose length is not said is refused before it is written anywhere', async () => {
  const site = await start()
  const answered = await ask(site, '/cloudcard/api/login', {
    method: 'POST',
    headers: { ...json, 'Transfer-Encoding': 'chunked' },
    body: '{"password":"p"}',
    isLengthUnsaid: true,
  })
  expect(answered.status).toBe(411)
  expect([site.api.asked, site.writtenToDisk()]).toEqual([[], []])
})

test('a foreign page that keeps asking does not keep the office from signing in', async () => {
  const site = await start()
  const foreign = {
    'Content-Type': 'text/plain',
    Origin: 'https://elsewhere.example',
    'Sec-Fetch-Site': 'cross-site',
  }
  for (let count = 0; count < 100; count++)
    expect(
      (await ask(site, '/cloudcard/api/login', { method: 'POST', headers: foreign, body: '{}' })).status,
    ).toBe(403)
  expect(
    (await ask(site, '/cloudcard/api/login', { method: 'POST', headers: json, body: '{}' })).status,
  ).toBe(200)
})

test('nobody is served who comes by another name', async () => {
  const site = await start()
  await expect(ask(site, '/', { name: 'elsewhere.test' })).rejects.toThrow()
  await expect(ask(site, '/', { name: '' })).rejects.toThrow()
  await expect(ask(site, '/', { isHttp: true, headers: { Host: 'elsewhere.test' } })).rejects.toThrow()
})

test('a body or an address that is too large is refused, in JSON where Loupe asks', async () => {
  const site = await start()
  const body = await ask(site, '/cloudcard/photo/1423442', {
    ...decision,
    body: `"${'x'.repeat(64 * 1024)}"`,
  })
  expect([body.status, body.body]).toEqual([413, '{"error":"The request is too large."}\n'])
  const address = await ask(site, `/cloudcard/photo/1423442?noteToCardholder=${'x'.repeat(17_000)}`, decision)
  expect(address.status).toBe(414)
  expect(site.api.asked).toEqual([])
})

test('an answer passes with its status, type and Retry-After, and steers neither nginx nor the browser', async () => {
  const steering = {
    'Set-Cookie': 'session=1',
    Location: 'https://elsewhere.example/',
    Refresh: '0; url=https://elsewhere.example/',
    Link: '<https://elsewhere.example/x.css>; rel=preload',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Credentials': 'true',
    'Content-Security-Policy': 'default-src *',
    'Content-Security-Policy-Report-Only': 'default-src *; report-uri https://elsewhere.example/',
    'Clear-Site-Data': '"storage"',
    'WWW-Authenticate': 'Basic realm="CloudCard"',
    'X-Frame-Options': 'ALLOW',
    'Service-Worker-Allowed': '/',
    'Report-To': '{}',
    NEL: '{}',
    ETag: '"1"',
    'Last-Modified': 'Sat, 01 Jun 2024 12:00:00 GMT',
    Expires: 'Sat, 01 Jun 2999 12:00:00 GMT',
    'X-Powered-By': 'Grails',
    'X-Accel-Redirect': '/index.html',
    'X-Accel-Expires': '60',
  }
  const own = {
    'Cache-Control': 'public, max-age=60',
    'Referrer-Policy': 'unsafe-url',
    'Strict-Transport-Security': 'max-age=0',
    'X-Content-Type-Options': 'sniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'Permissions-Policy': 'camera=*',
  }
  const site = await start({
    answer(_, res) {
      res.writeHead(429, { ...steering, ...own, 'Content-Type': 'text/html', 'Retry-After': '7' })
      res.end('<p>Slow down</p>')
    },
  })
  const answered = await ask(site, '/cloudcard/photo')
  expect([answered.status, answered.body]).toEqual([429, '<p>Slow down</p>'])
  const { 'content-security-policy': policy, ...headers } = answered.headers
  expect(headers).toMatchObject({
    'content-type': 'text/html',
    'retry-after': '7',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  expect(policy).toMatch(/^default-src 'none'/)
  const passed = Object.keys(steering).filter((name) => headers[name.toLowerCase()] !== undefined)
  expect(passed).toEqual([])
})

test('passwords, names and faces are not written to a disk on their way, however slow the browser is', async () => {
  // More than all that nginx and the network hold between them.
  const part = Buffer.from(`[${'{"email":"person@example.edu"},'.repeat(2_000)}`)
  const parts = 600
  let taken = 0
  function* slowly() {
    for (; taken < parts; taken++) yield part
  }
  const site = await start({
    answer({ method }, res) {
      res.setHeader('Content-Type', 'application/json')
      if (method === 'GET') Readable.from(slowly()).pipe(res)
      else res.end('{}')
    },
  })
  const noMoreIsTaken = async () => {
    const before = taken
    await new Promise((resolve) => setTimeout(resolve, 500))
    return taken === before
  }
  const list = await ask(site, '/cloudcard/photo?max=1000', {
    beforeReading: () => expect.poll(noMoreIsTaken, { intervals: [0] }).toBe(true),
  })
  expect(list.body).toHaveLength(parts * part.length)
  await ask(site, '/cloudcard/api/login', { ...decision, method: 'POST', body: `"${'x'.repeat(60_000)}"` })
  expect(site.api.asked.at(-1)?.body).toHaveLength(60_002)
  expect(site.writtenToDisk()).toEqual([])
})

test('what CloudCard sends uncompressed is compressed on its way to the browser', async () => {
  const rows = JSON.stringify(Array.from({ length: 1000 }, (_, id) => ({ id, status: 'PENDING' })))
  const site = await start({
    answer: (_, res) => res.writeHead(200, { 'Content-Type': 'application/json' }).end(rows),
  })
  const answered = await ask(site, '/cloudcard/photo?max=1000', { headers: { 'Accept-Encoding': 'gzip' } })
  expect(answered.headers['content-encoding']).toBe('gzip')
  expect(answered.body.length).toBeLessThan(rows.length / 4)
})

for (const [whose, options] of [
  ['from somebody whom nginx does not trust', { isApiTrusted: false }],
  ['for another name', { nameOnCertificate: 'elsewhere.test' }],
] as const) {
  test(`an API with a certificate ${whose} is not asked`, async () => {
    const site = await start(options)
    const answered = await ask(site, '/cloudcard/api/login', {
      method: 'POST',
      headers: json,
      body: '{"password":"p"}',
    })
    expect([answered.status, answered.body]).toEqual([502, '{"error":"CloudCard cannot be reached."}\n'])
    expect(answered.headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
    expect(site.api.asked).toEqual([])
  })
}

test('an API that is down is a 502 in JSON', async () => {
  const site = await start()
  site.api.close()
  const answered = await ask(site, '/cloudcard/photo')
  expect([answered.status, answered.body]).toEqual([502, '{"error":"CloudCard cannot be reached."}\n'])
})

test('what the API may have got already is never sent to it again, though its name leads to two addresses', async () => {
  const site = await start({ addresses: ['127.0.0.1', '127.0.0.2'], answer: (_, res) => res.destroy() })
  const answered = await ask(site, '/cloudcard/photo/1423442', decision)
  expect(answered.status).toBe(502)
  expect(site.api.asked).toHaveLength(1)
})

test('who asks too often is told when to come again', async () => {
  const site = await start({ env: () => ({ REQUESTS_PER_SECOND: '1' }) })
  let refused = await ask(site, '/cloudcard/photo')
  for (let count = 0; count < 200 && refused.status === 200; count++)
    refused = await ask(site, '/cloudcard/photo')
  expect([refused.status, refused.body]).toEqual([429, '{"error":"Too many requests from this address."}\n'])
  expect(refused.headers).toMatchObject({
    'retry-after': '1',
    'cache-control': 'no-store',
    // The app must not blame CloudCard for it.
    'limited-by': 'Loupe',
  })
})

test('passwords cannot be tried in quick succession', async () => {
  const site = await start()
  const signIn = (path: string) =>
    ask(site, path, { method: 'POST', headers: json, body: '{"password":"p"}' })
  const statuses: number[] = []
  while (statuses.length < 200 && !statuses.includes(429))
    statuses.push((await signIn('/cloudcard/api/login')).status)
  expect(statuses.at(-1)).toBe(429)
  expect(statuses.length).toBeGreaterThan(10)
  expect((await signIn('/cloudcard/authentication-token')).status).toBe(429)
  expect((await ask(site, '/cloudcard/photo')).status).toBe(200)
})

test('a network of IPv6 has one limit, however many addresses it has', async () => {
  const site = await start({ isBehindBalancer: true })
  const signIn = async (address: string) => {
    const headers = { ...json, 'X-Real-IP': address }
    return (await ask(site, '/cloudcard/api/login', { method: 'POST', headers, body: '{}' })).status
  }
  const statuses: number[] = []
  while (statuses.length < 200 && !statuses.includes(429))
    statuses.push(await signIn(`2001:db8:1:2::${(statuses.length + 1).toString(16)}`))
  expect(statuses.at(-1)).toBe(429)
  expect(await signIn('2001:db8:1:3::1')).toBe(200)
  expect(await signIn('192.0.2.1')).toBe(200)
})
