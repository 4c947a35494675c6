import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../deploy/prepare'
import { freePort } from '../browser/free-port'
import { type Certificate, makeSelfSigned } from './certificates'
import { findNginx } from './nginx.mjs'
import { type NameServer, startNameServer } from './name-server'
import { type Answer, type StandIn, startStandIn } from './stand-in'

export interface Site {
  /** https */
  url: string
  httpUrl: string
  /** The certificate of the site; it vouches for itself. */
  certificate: string
  /** Where certbot puts what Let's Encrypt looks for. */
  acmeRoot: string
  api: StandIn
  /** All that nginx has written, by the name of the log. */
  logs: () => { access: string; error: string; main: string }
  /** The traces of what nginx has written to a disk because it did not fit into its memory. */
  writtenToDisk: () => string[]
  stop: () => Promise<void>
}

export interface SiteOptions {
  /** How the API answers. */
  answer?: Answer
  /** What an office would set, beside what the test itself must; it may depend on where the stand-in listens. */
  env?: (api: StandIn) => Record<string, string>
  /** The addresses that the name of the API leads to. */
  addresses?: string[]
  /** The name on the certificate of the API, where that is not its own. */
  nameOnCertificate?: string
  /** The API's certificate comes from somebody whom nginx does not trust. */
  isApiTrusted?: boolean
  /** nginx believes the header X-Real-IP, as it would behind a load balancer of the office. */
  isBehindBalancer?: boolean
}

const temporaryFolders = ['client_body_temp', 'proxy_temp', 'fastcgi_temp', 'uwsgi_temp', 'scgi_temp']

/** The built app behind the real nginx, as "npm run deploy:prepare" sets it up, with a stand-in for the API behind it. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'loupe-site-'))
  const authority = makeSelfSigned(folder, 'authority.test')
  const stranger = makeSelfSigned(folder, 'stranger.test')
  const own = makeSelfSigned(folder, 'localhost')
  const signer = options.isApiTrusted === false ? stranger : authority
  const api = await startStandIn(folder, signer, options.answer, { name: options.nameOnCertificate })
  const names = await startNameServer(options.addresses ?? ['127.0.0.1'])
  const [httpsPort, httpPort] = [await freePort(), await freePort()]
  const logFolder = join(folder, 'logs')
  mkdirSync(logFolder)

  const variables = variablesFor({ folder, own, authority, api, names, httpsPort, httpPort, logFolder })
  prepare(folder, { ...variables, ...options.env?.(api) })
  const nginx = await startNginx(
    folder,
    options.isBehindBalancer ? 'set_real_ip_from 127.0.0.1; real_ip_header X-Real-IP;' : '',
  )
  const read = (name: string) => readFileSync(join(logFolder, name), 'utf8')
  return {
    url: `https://localhost:${httpsPort}`,
    httpUrl: `http://localhost:${httpPort}`,
    certificate: own.certificate,
    acmeRoot: variables.ACME_ROOT,
    api,
    logs: () => ({
      access: read('loupe-access.log'),
      error: read('loupe-error.log'),
      main: read('main.log'),
    }),
    writtenToDisk: () => temporaryFolders.flatMap((name) => readdirSync(join(folder, name))),
    async stop() {
      nginx.kill()
      await once(nginx, 'exit')
      api.close()
      names.close()
      rmSync(folder, { recursive: true })
    },
  }
}

interface Place {
  folder: string
  own: Certificate
  authority: Certificate
  api: StandIn
  names: NameServer
  httpsPort: number
  httpPort: number
  logFolder: string
}

function variablesFor({ folder, own, authority, api, names, httpsPort, httpPort, logFolder }: Place) {
  return {
    LOUPE_ADDRESS: `https://localhost:${httpsPort}`,
    TLS_CERTIFICATE: own.certificate,
    TLS_CERTIFICATE_KEY: own.key,
    CLOUDCARD_API_URL: api.url,
    DNS_SERVER: names.address,
    WEB_ROOT: join(folder, 'out'),
    ACME_ROOT: join(folder, 'acme'),
    LOG_FOLDER: logFolder,
    CA_CERTIFICATES: authority.certificate,
    HTTPS_LISTEN: `127.0.0.1:${httpsPort}`,
    HTTP_LISTEN: `127.0.0.1:${httpPort}`,
  }
}

/**
 * What the command does that an office runs, in this process: started for each site, it would take the processor longer than
 * all that is asked of the sites. install.spec.ts starts the command itself.
 */
function prepare(folder: string, variables: Record<string, string>): void {
  const file = join(folder, 'loupe.env')
  const lines = Object.entries(variables).map(([name, value]) => `${name}="${value}"`)
  writeFileSync(file, lines.join('\n'))
  const { log } = console
  // Its words for the office are none for whoever reads how the tests went.
  console.log = () => {}
  const status = run([file, join(folder, 'out'), '--no-build'])
  console.log = log
  if (status !== 0) throw new Error('The site could not be prepared: see above.')
  // What install.sh does on a web server: the build that is served is the one that a link names.
  symlinkSync('.', join(folder, 'out/current'))
}

async function startNginx(folder: string, settings: string): Promise<ChildProcess> {
  const path = findNginx()
  if (!path) throw new Error('There is no nginx; install one, or name it in NGINX_PATH.')
  // A folder below, once there was a file: the files themselves are gone at once.
  const temporary = temporaryFolders.map((name) => `${name}_path ${folder}/${name} 1;`).join('\n')
  const configuration = join(folder, 'nginx.conf')
  const isRoot = process.getuid?.() === 0
  writeFileSync(
    configuration,
    `${isRoot ? 'user nobody nogroup;' : ''}
    daemon off;
    worker_processes 1;
    pid ${folder}/nginx.pid;
    error_log ${folder}/logs/main.log notice;
    events {}
    http {
      access_log ${folder}/logs/main.log;
      ${temporary}
      ${settings}
      include ${folder}/out/loupe.conf;
    }`,
  )
  // Its workers are another user, who must reach the app.
  if (isRoot) spawnSync('chmod', ['755', folder])
  const nginx = spawn(path, ['-p', folder, '-c', configuration], { stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  nginx.stderr.on('data', (chunk) => (output += String(chunk)))
  await isListening(nginx, folder, () => output)
  return nginx
}

/** nginx writes its number down once its ports are open. */
async function isListening(nginx: ChildProcess, folder: string, output: () => string): Promise<void> {
  for (;;) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${output()}`)
    try {
      if (readFileSync(join(folder, 'nginx.pid'), 'utf8')) return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
