import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../browser/free-port'
import { ask, type AskedSite } from './ask'
import { makeSelfSigned } from './certificates'
import { findNginx } from './nginx.mjs'

/** A web server of an office before Loupe comes to it: a real nginx that takes up what lies in conf.d. */
interface WebServer extends AskedSite {
  folder: string
  root: string
  conf: string
  certificateFolder: string
  prepare: (version: string) => void
  install: (...args: string[]) => { code: number | null; words: string }
  stop: () => Promise<void>
}

const servers: WebServer[] = []
test.afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function startWebServer(): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-install-'))
  chmodSync(folder, 0o755)
  const [httpsPort, httpPort] = [await freePort(), await freePort()]
  const paths = { root: join(folder, 'loupe'), conf: join(folder, 'conf.d/loupe.conf') }
  const certificateFolder = join(folder, 'live')
  for (const name of ['conf.d', 'logs', 'live']) mkdirSync(join(folder, name))
  const env = {
    LOUPE_ADDRESS: `https://localhost:${httpsPort}`,
    TLS_CERTIFICATE: join(certificateFolder, 'self-signed-localhost.pem'),
    TLS_CERTIFICATE_KEY: join(certificateFolder, 'self-signed-localhost.key'),
    CLOUDCARD_API_URL: 'https://api.cloudcard.test',
    DNS_SERVER: '127.0.0.1',
    WEB_ROOT: paths.root,
    ACME_ROOT: join(folder, 'acme'),
    LOG_FOLDER: join(folder, 'logs'),
    HTTPS_LISTEN: `127.0.0.1:${httpsPort}`,
    HTTP_LISTEN: `127.0.0.1:${httpPort}`,
  }
  writeFileSync(
    join(folder, 'loupe.env'),
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
  )
  const main = join(folder, 'nginx.conf')
  writeFileSync(
    main,
    `${process.getuid?.() === 0 ? 'user nobody nogroup;' : ''}
    pid ${folder}/nginx.pid;
    error_log ${folder}/logs/main.log;
    events {}
    http {
      access_log off;
      ${['client_body_temp', 'proxy_temp', 'fastcgi_temp', 'uwsgi_temp', 'scgi_temp'].map((each) => `${each}_path ${folder}/${each};`).join('\n')}
      include ${folder}/conf.d/*.conf;
    }`,
  )
  const nginx: ChildProcess = spawn(findNginx() ?? '', ['-p', folder, '-c', main, '-g', 'daemon off;'], {
    stdio: 'ignore',
  })
  await expect
    .poll(() => existsSync(join(folder, 'nginx.pid')) && readFileSync(join(folder, 'nginx.pid'), 'utf8'))
    .toBeTruthy()
  const server: WebServer = {
    ...paths,
    folder,
    certificateFolder,
    url: env.LOUPE_ADDRESS,
    httpUrl: `http://localhost:${httpPort}`,
    certificate: env.TLS_CERTIFICATE,
    prepare(version) {
      const { status, stderr } = spawnSync(
        'node',
        ['deploy/run.mjs', 'prepare', join(folder, 'loupe.env'), join(folder, 'out'), '--no-build'],
        { encoding: 'utf8' },
      )
      if (status !== 0) throw new Error(stderr)
      writeFileSync(join(folder, 'out/www/version.txt'), `${version}\n`)
      writeFileSync(join(folder, `out/www/assets/part-of-${version}.js`), 'part')
    },
    install(...args) {
      const { status, stdout, stderr } = spawnSync('sh', [join(folder, 'out/install.sh'), ...args], {
        encoding: 'utf8',
        env: {
          ...process.env,
          LOUPE_CONF: paths.conf,
          NGINX_COMMAND: `${findNginx()} -p ${folder} -c ${main}`,
        },
      })
      return { code: status, words: stdout + stderr }
    },
    async stop() {
      nginx.kill()
      await once(nginx, 'exit')
      rmSync(folder, { recursive: true })
    },
  }
  servers.push(server)
  return server
}

/** nginx takes a moment to begin anew. */
async function expectVersion(server: WebServer, version: string): Promise<void> {
  await expect.poll(() => ask(server, '/health').then(({ body }) => body.trim(), String)).toBe(version)
}

async function installed(version = '1.0.0'): Promise<WebServer> {
  const server = await startWebServer()
  makeSelfSigned(server.certificateFolder, 'localhost')
  server.prepare(version)
  expect(server.install()).toMatchObject({
    code: 0,
    words: expect.stringContaining(`Loupe ${version} is there.`),
  })
  await expectVersion(server, version)
  return server
}

test('a first certificate can be had before there is one, and Loupe is there once it has come', async () => {
  const server = await startWebServer()
  server.prepare('1.0.0')
  const { code, words } = server.install()
  expect(code).toBe(0)
  expect(words).toContain(`certbot certonly --webroot -w ${server.folder}/acme -d localhost`)
  const challenge = join(server.folder, 'acme/.well-known/acme-challenge')
  mkdirSync(challenge, { recursive: true })
  writeFileSync(join(challenge, 'proof'), 'of the office')
  const proof = () =>
    ask(server, '/.well-known/acme-challenge/proof', { isHttp: true }).then(({ body }) => body, String)
  await expect.poll(proof).toBe('of the office')

  makeSelfSigned(server.certificateFolder, 'localhost')
  expect(server.install().code).toBe(0)
  await expectVersion(server, '1.0.0')
  expect(await proof()).toBe('of the office')
})

test('an update leaves the parts of the build before to pages that are open, and one link leads back', async () => {
  const server = await installed()
  server.prepare('2.0.0')
  expect(server.install().code).toBe(0)
  await expectVersion(server, '2.0.0')
  expect((await ask(server, '/assets/part-of-1.0.0.js')).status).toBe(200)
  expect((await ask(server, '/assets/part-of-2.0.0.js')).status).toBe(200)

  expect(server.install('rollback')).toMatchObject({
    code: 0,
    words: expect.stringContaining('Loupe is now 1.0.0.'),
  })
  await expectVersion(server, '1.0.0')
  expect((await ask(server, '/assets/part-of-2.0.0.js')).status).toBe(200)
  expect(server.install('rollback').code).toBe(0)
  await expectVersion(server, '2.0.0')

  server.prepare('3.0.0')
  expect(server.install().code).toBe(0)
  await expectVersion(server, '3.0.0')
  // All but the last two are gone.
  expect(readdirSync(join(server.root, 'releases'))).toHaveLength(2)
  expect((await ask(server, '/assets/part-of-1.0.0.js')).status).toBe(404)
})

test('a configuration that nginx does not take changes nothing', async () => {
  const server = await installed()
  server.prepare('2.0.0')
  const conf = join(server.folder, 'out/loupe.conf')
  writeFileSync(conf, readFileSync(conf, 'utf8').replace('server_tokens off;', 'server_tokens of;'))
  const { code, words } = server.install()
  expect(code).toBe(1)
  expect(words).toContain('What was there goes on.')
  await expectVersion(server, '1.0.0')
  expect((await ask(server, '/photos')).status).toBe(200)
})

test('a dry run says what it would do, and does nothing', async () => {
  const server = await installed()
  server.prepare('2.0.0')
  const before = readdirSync(join(server.root, 'releases'))
  for (const action of ['install', 'rollback', 'uninstall'])
    if (action !== 'rollback') expect(server.install(action, '--dry-run').words).toContain('would run: ')
  expect(readdirSync(join(server.root, 'releases'))).toEqual(before)
  await expectVersion(server, '1.0.0')
})

test('uninstalling takes away what is Loupe and nothing else', async () => {
  const server = await installed()
  const other = join(server.folder, 'conf.d/other.conf')
  writeFileSync(other, '# of another program')
  expect(server.install('uninstall').code).toBe(0)
  expect([existsSync(server.root), existsSync(server.conf), existsSync(other)]).toEqual([false, false, true])
  await expect
    .poll(() =>
      ask(server, '/health').then(
        ({ status }) => status,
        () => 'nobody',
      ),
    )
    .toBe('nobody')
})

test("what is not Loupe's is neither replaced nor removed", async () => {
  const server = await startWebServer()
  makeSelfSigned(server.certificateFolder, 'localhost')
  server.prepare('1.0.0')
  mkdirSync(server.root)
  writeFileSync(join(server.root, 'index.html'), 'Shop')
  for (const action of ['install', 'uninstall']) {
    expect(server.install(action)).toMatchObject({
      code: 1,
      words: expect.stringContaining('holds something other than Loupe'),
    })
    expect(readFileSync(join(server.root, 'index.html'), 'utf8')).toBe('Shop')
  }
  rmSync(server.root, { recursive: true })
  writeFileSync(server.conf, '# of another program')
  for (const action of ['install', 'uninstall']) {
    expect(server.install(action)).toMatchObject({
      code: 1,
      words: expect.stringContaining("is not Loupe's"),
    })
    expect(readFileSync(server.conf, 'utf8')).toBe('# of another program')
  }
})
