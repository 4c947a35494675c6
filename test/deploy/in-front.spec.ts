import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../browser/free-port'
import { ask, type AskedSite } from './ask'
import { findNginx } from './nginx.mjs'

/**
 * What the Containerfile puts into a container, without an engine to run one: the same two configurations, with the folders of the
 * container named after ones of this computer, run by a user who may do nothing.
 */
interface Container extends AskedSite {
  folder: string
  stop: () => Promise<void>
}

let container: Container

test.beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-container-'))
  const temporary = join(folder, 'tmp')
  const port = await freePort()
  const env = {
    LOUPE_ADDRESS: 'https://cards.example.edu',
    TLS: 'in-front',
    TRUSTED_PROXY: '127.0.0.1',
    CLOUDCARD_API_URL: 'https://api.cloudcard.test',
    DNS_SERVER: '127.0.0.1',
    HTTP_LISTEN: `127.0.0.1:${port}`,
    LOG_FOLDER: temporary,
    WEB_ROOT: join(folder, 'www-root'),
    REQUESTS_PER_SECOND: '1',
  }
  writeFileSync(
    join(folder, 'loupe.env'),
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  )
  const args = ['deploy/run.mjs', 'prepare', join(folder, 'loupe.env'), join(folder, 'out'), '--no-build']
  const { status, stderr } = spawnSync('node', args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  spawnSync('mkdir', ['-p', temporary, join(env.WEB_ROOT, 'current')])
  symlinkSync(join(folder, 'out/www'), join(env.WEB_ROOT, 'current/www'))
  const main = join(folder, 'nginx.conf')
  writeFileSync(
    main,
    readFileSync('deploy/container/nginx.conf', 'utf8')
      .replaceAll('/tmp/', `${temporary}/`)
      .replace('/etc/nginx/loupe.conf', join(folder, 'out/loupe.conf')),
  )
  // Read by all, written by nobody but for the one folder that is /tmp in the container.
  spawnSync('chmod', ['-R', 'a+rX,a-w', folder])
  chmodSync(temporary, 0o777)
  const isRoot = process.getuid?.() === 0
  const nginx: ChildProcess = spawn(findNginx() ?? '', ['-p', temporary, '-c', main, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // The user "nobody" of Debian.
    ...(isRoot && { uid: 65_534, gid: 65_534 }),
  })
  await expect.poll(() => existsSync(join(temporary, 'nginx.pid'))).toBe(true)
  container = {
    folder,
    url: env.LOUPE_ADDRESS,
    httpUrl: `http://localhost:${port}`,
    certificate: '',
    async stop() {
      nginx.kill()
      await once(nginx, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
})
test.afterAll(() => container.stop())

const askAs = (path: string, headers: Record<string, string> = {}, method = 'GET', body = '') =>
  ask(container, path, { isHttp: true, method, body, headers: { Host: 'cards.example.edu', ...headers } })

test('behind a server that has the certificate Loupe is served without one, with the same headers', async () => {
  const page = await askAs('/photos', { 'X-Forwarded-Proto': 'https' })
  expect(page.status).toBe(200)
  expect(page.body).toContain('<title>Loupe</title>')
  expect(page.headers).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'strict-transport-security': 'max-age=31536000',
    'cache-control': 'no-cache',
  })
  expect((await askAs('/health')).body).toMatch(/^\d+\.\d+\.\d+/)
})

test('whoever came to the server in front without encryption is sent to it with encryption, and a call goes nowhere', async () => {
  const page = await askAs('/photos?secret', { 'X-Forwarded-Proto': 'http' })
  expect([page.status, page.headers.location]).toEqual([301, 'https://cards.example.edu/photos'])
  const call = await askAs('/cloudcard/photo', { 'X-Forwarded-Proto': 'http', 'X-Auth-Token': 'token-1' })
  expect([call.status, call.body]).toEqual([403, '{"error":"Loupe is reached by https only."}\n'])
})

test('pages of the public address may ask, others may not', async () => {
  const signIn = async (origin: string) =>
    (
      await askAs(
        '/cloudcard/api/login',
        { Origin: origin, 'Content-Type': 'application/json' },
        'POST',
        '{}',
      )
    ).status
  expect(await signIn('https://elsewhere.example')).toBe(403)
  // Allowed; there is no CloudCard behind this one.
  expect(await signIn('https://cards.example.edu')).toBe(502)
})

test('each desk has its own limit, by the address that the server in front has seen', async () => {
  const statusOf = async (desk: string) =>
    (await askAs('/cloudcard/photo', { 'X-Forwarded-For': desk })).status
  const statuses = await Promise.all(Array.from({ length: 12 }, () => statusOf('192.0.2.1')))
  expect(statuses).toContain(429)
  expect(await statusOf('192.0.2.2')).toBe(502)
})

test('another name is turned away', async () => {
  await expect(askAs('/photos', { Host: 'elsewhere.example' })).rejects.toThrow()
})
