import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readVariables } from './variables'

const needed = {
  LOUPE_ADDRESS: 'https://cards.example.edu',
  TLS_CERTIFICATE: '/etc/ssl/certs/cards.pem',
  TLS_CERTIFICATE_KEY: '/etc/ssl/private/cards.key',
  CLOUDCARD_API_URL: 'https://api.cloudcard.us',
  DNS_SERVER: '127.0.0.53',
}

const read = (set: Record<string, string> = {}) =>
  readVariables(
    Object.entries({ ...needed, ...set })
      .map(([name, value]) => `${name}="${value}"`)
      .join('\n'),
  )

test('what may be left out has a value', () => {
  expect(read()).toMatchObject({
    photoOrigins: [
      'https://s3.amazonaws.com',
      'https://s3-ca-central-1.amazonaws.com',
      'https://s3.ca-central-1.amazonaws.com',
      'https://s3-us-east-2.amazonaws.com',
      'https://s3.us-east-2.amazonaws.com',
    ],
    idleMinutes: 15,
    requestsPerSecond: 50,
    caCertificates: '/etc/ssl/certs/ca-certificates.crt',
    webRoot: '/var/www/loupe',
    logFolder: '/var/log/nginx',
    httpsListen: ['443', '[::]:443'],
    httpListen: ['80', '[::]:80'],
  })
})

test('the example can be used as it is, and the values it says are the ones taken when they are left out', () => {
  const example = readFileSync(new URL('loupe.env.example', import.meta.url), 'utf8')
  const allSet = example.replace(/^#(?=[A-Z_]+=)/gm, '')
  expect(allSet).not.toBe(example)
  expect(readVariables(allSet)).toEqual(readVariables(example))
})

test('ports and folders may be others', () => {
  expect(
    read({
      LOUPE_ADDRESS: 'https://cards.example.edu:8443/',
      HTTPS_LISTEN: '127.0.0.1:8443 [2001:db8::1]:8443',
      DNS_SERVER: '[2001:db8::53]:5353',
      WEB_ROOT: '/srv/www/loupe-2.0',
    }),
  ).toMatchObject({
    address: new URL('https://cards.example.edu:8443/'),
    httpsListen: ['127.0.0.1:8443', '[2001:db8::1]:8443'],
    dnsServer: '[2001:db8::53]:5353',
    webRoot: '/srv/www/loupe-2.0',
  })
})

test.each([
  [{ LOUPE_ADDRESS: '' }, /^LOUPE_ADDRESS must be an address such as/],
  [{ LOUPE_ADDRESS: 'cards.example.edu' }, /^LOUPE_ADDRESS must be/],
  [{ LOUPE_ADDRESS: 'http://cards.example.edu' }, /^LOUPE_ADDRESS must be .*https/],
  [{ LOUPE_ADDRESS: 'https://cards.example.edu/loupe' }, /^LOUPE_ADDRESS must be .*without a path/],
  [{ LOUPE_ADDRESS: 'https://*.example.edu' }, /^LOUPE_ADDRESS must be/],
  [{ TLS_CERTIFICATE: '' }, /^TLS_CERTIFICATE must be a whole path/],
  [{ TLS_CERTIFICATE_KEY: 'cards.key' }, /^TLS_CERTIFICATE_KEY must be a whole path/],
  [{ TLS_CERTIFICATE_KEY: '/etc/key;autoindex on' }, /^TLS_CERTIFICATE_KEY must be a whole path/],
  [{ WEB_ROOT: '/var/www/$host' }, /^WEB_ROOT must be a whole path/],
  [{ LOG_FOLDER: '/var/log/nginx/' }, /^LOG_FOLDER must be a whole path/],
  [{ CLOUDCARD_API_URL: '' }, /^CLOUDCARD_API_URL must be an https address/],
  [{ CLOUDCARD_API_URL: 'http://api.cloudcard.us' }, /^CLOUDCARD_API_URL must begin with https/],
  [{ CLOUDCARD_API_URL: 'https://10.0.0.1' }, /^CLOUDCARD_API_URL must be .*host name/],
  [{ CLOUDCARD_API_URL: 'https://[::1]' }, /^CLOUDCARD_API_URL must be .*host name/],
  [{ CLOUDCARD_API_URL: 'https://api.cloudcard.us/$host' }, /^CLOUDCARD_API_URL must be/],
  [{ CLOUDCARD_API_URL: 'https://me:secret@api.cloudcard.us' }, /^CLOUDCARD_API_URL must(?!.*secret)/],
  [
    { PHOTO_ORIGINS: 'https://a.example http://b.example' },
    /^PHOTO_ORIGINS must begin with https.*b\.example/,
  ],
  [{ PHOTO_ORIGINS: '*' }, /^PHOTO_ORIGINS must hold/],
  [{ IDLE_MINUTES: 'soon' }, /^IDLE_MINUTES must be/],
  [{ DNS_SERVER: '' }, /^DNS_SERVER must be/],
  [{ DNS_SERVER: 'ns.example.edu' }, /^DNS_SERVER must be/],
  [{ REQUESTS_PER_SECOND: '0' }, /^REQUESTS_PER_SECOND must be/],
  [{ REQUESTS_PER_SECOND: '1.5' }, /^REQUESTS_PER_SECOND must be/],
  [{ HTTPS_LISTEN: '443; root /' }, /^HTTPS_LISTEN must be ports/],
  [{ HTTP_LISTEN: 'all' }, /^HTTP_LISTEN must be ports/],
  [{ PHOTO_ORIGIN: 'https://a.example' }, /^PHOTO_ORIGIN is not a variable that Loupe knows/],
])('%j is refused with one sentence', (set, sentence) => {
  expect(() => read(set)).toThrow(sentence)
  expect(() => read(set)).toThrow(/^[^\n]+\.$/)
})
