import { parseEnv } from 'node:util'
import { readSettings } from '../src/server/settings'

/** What an office sets, checked: each may be written into the configuration of nginx as it is. */
export interface SiteVariables {
  /** https, without a path. */
  address: URL
  apiUrl: URL
  photoOrigins: string[]
  pictures: 'direct' | 'own'
  idleMinutes: number
  requestsPerSecond: number
  dnsServer: string
  /** Where encryption ends: in this nginx, or in a server in front of it. */
  tls: 'here' | 'in-front'
  /** Both undefined where it ends in front. */
  tlsCertificate: string | undefined
  tlsCertificateKey: string | undefined
  /** Who alone is believed about the address of a desk; undefined where nobody is in front. */
  trustedProxy: string | undefined
  /** Where certbot puts what Let's Encrypt looks for. */
  acmeRoot: string
  caCertificates: string
  webRoot: string
  logFolder: string
  httpsListen: string[]
  httpListen: string[]
  /** No other site is served by this nginx: whoever comes by another name is turned away. */
  isAlone: boolean
}

const defaults = {
  LOUPE_ADDRESS: '',
  TLS: 'here',
  TRUSTED_PROXY: '',
  TLS_CERTIFICATE: '',
  TLS_CERTIFICATE_KEY: '',
  CLOUDCARD_API_URL: '',
  DNS_SERVER: '',
  PHOTO_ORIGINS: '',
  PICTURES: '',
  IDLE_MINUTES: '',
  REQUESTS_PER_SECOND: '50',
  WEB_ROOT: '/var/www/loupe',
  ACME_ROOT: '/var/www/loupe-acme',
  LOG_FOLDER: '/var/log/nginx',
  CA_CERTIFICATES: '/etc/ssl/certs/ca-certificates.crt',
  HTTPS_LISTEN: '443 [::]:443',
  HTTP_LISTEN: '80 [::]:80',
  OTHER_SITES: 'no',
}

type Name = keyof typeof defaults

// Narrower than what a name, a path or an address may be elsewhere: none can end a line of the configuration or
// name one of nginx's own variables.
const hostPattern = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/
const pathPattern = /^(\/[\w.@-]+)+$/
const ipPattern = /^((\d{1,3}\.){3}\d{1,3}|\[[0-9a-f:]+\])(:\d{1,5})?$/
const trustedPattern = /^((\d{1,3}\.){3}\d{1,3}|[0-9a-f:]*:[0-9a-f:]+)(\/\d{1,3})?$/
const listenPattern = /^((\d{1,3}\.){3}\d{1,3}:|\[[0-9a-f:]+\]:)?\d{1,5}$/

/** In: the text of loupe.env. A value that cannot be used is an Error whose message is one plain sentence. */
export function readVariables(text: string): SiteVariables {
  const set = parseEnv(text)
  const unknown = Object.keys(set).find((name) => !Object.hasOwn(defaults, name))
  if (unknown) throw new Error(`${unknown} is not a variable that Loupe knows; loupe.env.example lists them.`)
  const get = (name: Name) => set[name]?.trim() || defaults[name]
  const path = (name: Name) => readPath(name, get(name))

  const { apiUrl, photoOrigins, pictures, idleMinutes } = readSettings({
    CLOUDCARD_API_URL: get('CLOUDCARD_API_URL'),
    PHOTO_ORIGINS: get('PHOTO_ORIGINS'),
    PICTURES: get('PICTURES'),
    IDLE_MINUTES: get('IDLE_MINUTES'),
  })
  const tls = get('TLS')
  if (tls !== 'here' && tls !== 'in-front') throw new Error(`TLS must be here or in-front, not "${tls}".`)
  const isHere = tls === 'here'
  return {
    tls,
    address: readAddress(get('LOUPE_ADDRESS')),
    apiUrl: demandSecure(apiUrl),
    photoOrigins: demandSecureOrigins(photoOrigins),
    pictures,
    idleMinutes,
    requestsPerSecond: readRate(get('REQUESTS_PER_SECOND')),
    dnsServer: readDnsServer(get('DNS_SERVER')),
    tlsCertificate: isHere ? path('TLS_CERTIFICATE') : undefined,
    tlsCertificateKey: isHere ? path('TLS_CERTIFICATE_KEY') : undefined,
    trustedProxy: isHere ? undefined : readTrusted(get('TRUSTED_PROXY')),
    acmeRoot: path('ACME_ROOT'),
    caCertificates: path('CA_CERTIFICATES'),
    webRoot: path('WEB_ROOT'),
    logFolder: path('LOG_FOLDER'),
    httpsListen: readListen('HTTPS_LISTEN', get('HTTPS_LISTEN')),
    httpListen: readListen('HTTP_LISTEN', get('HTTP_LISTEN')),
    isAlone: !readYesNo('OTHER_SITES', get('OTHER_SITES')),
  }
}

function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isUsable =
    url?.protocol === 'https:' && hostPattern.test(url.hostname) && url.href === `${url.origin}/`
  if (!isUsable)
    throw new Error(
      `LOUPE_ADDRESS must be an address such as https://cards.example.edu, https and without a path, not "${text}".`,
    )
  return url
}

function demandSecure(url: URL | undefined): URL {
  const isUsable = url?.protocol === 'https:' && isName(url.hostname) && /^[\w./~-]*$/.test(url.pathname)
  if (!isUsable)
    throw new Error(
      'CLOUDCARD_API_URL must be an https address with a host name, such as https://api.cloudcard.us: passwords and faces go there.',
    )
  return url
}

/** A certificate is checked against a name; nginx cannot check it against a number. */
function isName(host: string): boolean {
  return hostPattern.test(host) && !/^[\d.]+$/.test(host)
}

function demandSecureOrigins(origins: string[]): string[] {
  const insecure = origins.find((origin) => !origin.startsWith('https://'))
  if (insecure)
    throw new Error(
      `PHOTO_ORIGINS must be https, for a browser shows nothing else here; "${insecure}" is not.`,
    )
  return origins
}

function readRate(text: string): number {
  const rate = Number(text)
  if (Number.isInteger(rate) && rate > 0 && rate <= 100_000) return rate
  throw new Error(`REQUESTS_PER_SECOND must be a whole number from 1 to 100000, not "${text}".`)
}

function readDnsServer(text: string): string {
  if (ipPattern.test(text)) return text
  throw new Error(
    `DNS_SERVER must be the number of a DNS server, such as 127.0.0.53 or [2001:db8::53], not "${text}".`,
  )
}

function readTrusted(text: string): string {
  if (trustedPattern.test(text)) return text
  throw new Error(
    `TRUSTED_PROXY must be the number of the server in front, such as 127.0.0.1 or 10.0.0.0/24, not "${text}".`,
  )
}

function readPath(name: Name, text: string): string {
  if (pathPattern.test(text)) return text
  throw new Error(
    `${name} must be a whole path of letters, digits and . _ - @, such as ${defaults[name] || '/etc/ssl/certs/cards.pem'}, not "${text}".`,
  )
}

function readYesNo(name: Name, text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new Error(`${name} must be yes or no, not "${text}".`)
}

function readListen(name: Name, text: string): string[] {
  const words = text.split(/\s+/)
  const wrong = words.find((word) => !listenPattern.test(word))
  if (wrong === undefined) return words
  throw new Error(
    `${name} must be ports, or addresses with ports, such as "${defaults[name]}"; "${wrong}" is not one.`,
  )
}
