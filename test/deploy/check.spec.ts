import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startApp } from '../browser/start-app'
import { makeSelfSigned } from './certificates'
import { startSite } from './start-site'

/** The command that an office runs, on a computer that trusts this certificate. */
function check(
  addresses: string[],
  certificate = '',
  token = '',
): Promise<{ code: number; lines: string[] }> {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate, CLOUDCARD_TOKEN: token }
  return new Promise((resolve) =>
    execFile('node', ['deploy/run.mjs', 'check', ...addresses], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, lines: (stdout + stderr).trim().split('\n') }),
    ),
  )
}

test('a site that was set up by the steps is all right', async () => {
  const site = await startSite({ answer: (_, res) => res.writeHead(401).end() })
  try {
    const { code, lines } = await check([site.url, site.httpUrl], site.certificate)
    expect(lines.filter((line) => !/^right {2}/.test(line))).toEqual(['', 'All is right.'])
    expect(lines.length).toBeGreaterThan(12)
    expect(code).toBe(0)
    expect(site.api.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /photo'])
  } finally {
    await site.stop()
  }
})

test('with a token it says which hosts the photos lie on, and which of them are not allowed', async () => {
  const photos = [
    { id: 1, links: { bytes: 'https://s3.amazonaws.com/a.jpg' } },
    { id: 2, links: { bytes: 'https://s3.elsewhere.example/b.jpg' } },
    { id: 3, externalURL: 'https://s3.us-east-2.amazonaws.com/c.jpg' },
  ]
  const site = await startSite({
    answer({ path, headers, body }, res) {
      res.setHeader('Content-Type', 'application/json')
      if (path === '/authentication-token') {
        const isRight = body.includes('persistent-1')
        return res.writeHead(isRight ? 200 : 401).end(isRight ? '{"tokenValue":"token-1"}' : '{}')
      }
      if (headers['x-auth-token'] !== 'token-1') return res.writeHead(401).end('{}')
      return path.startsWith('/photo') ? res.end(JSON.stringify(photos)) : res.writeHead(204).end()
    },
  })
  try {
    const { code, lines } = await check([site.url, site.httpUrl], site.certificate, 'persistent-1')
    expect(lines.filter((line) => line.startsWith('WRONG'))).toEqual([
      'WRONG  Photos lie at https://s3.elsewhere.example, which PHOTO_ORIGINS does not name: they are not shown.',
    ])
    expect(code).toBe(1)
    expect(site.api.asked.at(-1)).toMatchObject({
      path: '/person/me/logout',
      body: '{"authenticationToken":"token-1"}',
    })
    expect((await check([site.url, site.httpUrl], site.certificate, 'wrong')).lines.join()).toContain(
      'CloudCard did not take the token in CLOUDCARD_TOKEN.',
    )
  } finally {
    await site.stop()
  }
})

test('a web server that does not reach CloudCard is told what to look at', async () => {
  const site = await startSite({ isApiTrusted: false })
  try {
    const { code, lines } = await check([site.url, site.httpUrl], site.certificate)
    expect(lines.filter((line) => line.startsWith('WRONG'))).toEqual([
      'WRONG  The web server does not reach CloudCard (status 502): see CLOUDCARD_API_URL, DNS_SERVER and CA_CERTIFICATES, and whether its firewall lets it out.',
    ])
    expect(code).toBe(1)
  } finally {
    await site.stop()
  }
})

test('a web server that only serves the files of the app is told all that is missing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-check-'))
  const own = makeSelfSigned(folder, 'localhost')
  const config =
    '{&quot;sandbox&quot;:null,&quot;photoOrigins&quot;:[&quot;https://a.example&quot;],&quot;idleMinutes&quot;:15,&quot;version&quot;:&quot;1&quot;}'
  const server = createServer(
    { cert: readFileSync(own.certificate), key: readFileSync(own.key) },
    (_, res) => {
      res.writeHead(200, {
        'Content-Type': 'text/html',
        'Set-Cookie': 'a=b',
        'X-Content-Type-Options': 'nosniff',
      })
      res.end(`<meta name="loupe-config" content="${config}" /><title>Loupe</title>`)
    },
  )
  const http = createHttpServer((_, res) => res.end('Welcome'))
  for (const each of [server, http]) await once(each.listen(0), 'listening')
  const url = `https://localhost:${(server.address() as AddressInfo).port}`
  try {
    const { code, lines } = await check(
      [url, `http://localhost:${(http.address() as AddressInfo).port}`],
      own.certificate,
    )
    const lacking =
      'Referrer-Policy, Permissions-Policy, Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy, Content-Security-Policy, Strict-Transport-Security'
    expect(lines).toEqual([
      `right  ${url} is Loupe 1, locks after 15 minutes and shows photos from https://a.example.`,
      ...['/', 'a page of the app', 'a script', 'a missing file', '/cloudcard/'].map(
        (what) => `WRONG  The answer for ${what} lacks, or has another value for: ${lacking}.`,
      ),
      'right  Every page can be opened by its address.',
      'WRONG  The script /assets/none.js is not there, or not to be kept by the browser (status 200).',
      'WRONG  A missing file is answered with status 200 instead of a 404 that is not kept: a page that is open during an update would break.',
      `WRONG  /health says "<meta name="loupe-config" content="{&quo" (status 200), and the page is of version "1": the update is not whole.`,
      'WRONG  /cloudcard/photo does not lead to CloudCard (status 200, where a refusal for want of a token was expected).',
      'WRONG  What CloudCard answers lacks "Cache-Control: no-store", or sets a cookie.',
      'WRONG  DELETE is not refused under /cloudcard/ (status 200).',
      `WRONG  Without https the answer is status 200 instead of a 301 to ${url}/photos.`,
      '',
      '12 of 14 are wrong.',
    ])
    expect(code).toBe(1)

    const distrusted = await check([url])
    expect(distrusted.lines[0]).toBe(
      `WRONG  ${url} does not answer: its certificate comes from nobody whom Node.js trusts; NODE_EXTRA_CA_CERTS can name who else is to be trusted.`,
    )
    expect(distrusted.code).toBe(1)
  } finally {
    server.close()
    http.close()
    rmSync(folder, { recursive: true })
  }
})

test('the start server of the sandbox is not taken for a site of an office', async () => {
  const app = await startApp({ CLOUDCARD_API_URL: '', SANDBOX_PHOTOS: '300' })
  try {
    const { code, lines } = await check([app.url])
    expect(lines[0]).toBe(
      `WRONG  ${app.url} is not https: passwords and faces would cross the network for all to read.`,
    )
    expect(code).toBe(1)
  } finally {
    app.stop()
  }
})

test('without an address the command says how it is used', async () => {
  for (const addresses of [[], ['cards.example.edu']]) {
    const { code, lines } = await check(addresses)
    expect(lines).toEqual([
      'Say which address is to be checked: npm run deploy:check -- https://cards.example.edu',
    ])
    expect(code).toBe(1)
  }
})
