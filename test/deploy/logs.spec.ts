import { connect } from 'node:tls'
import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { expect, test } from '@playwright/test'
import { ask } from './ask'
import { type Site, startSite } from './start-site'

const token = 'canary-token-7f3a'
const note = 'canary-note-please-take-off-your-hat'
const email = 'canary.person%40example.edu'
const password = 'canary-password'
const canaries = /canary/i

const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token }
const query = `?Eyes%20open=true&noteToCardholder=${note}`
const decision = { method: 'PUT', headers, body: '{"status":"DENIED","version":1}' }
const withPassword = { method: 'POST', headers, body: `{"username":"${email}","password":"${password}"}` }

/** Waits for so many lines, since nginx writes one after the answer, then looks at all that it has written. */
async function expectNoCanary(site: Site, lines: number): Promise<string> {
  await expect.poll(() => site.logs().access.split('\n').length - 1).toBe(lines)
  const { access, error, main } = site.logs()
  for (const log of [access, error, main]) expect(log).not.toMatch(canaries)
  return access
}

test('no log holds a token, a password, a note to a cardholder, or who is asked for', async () => {
  const site = await startSite({
    answer: ({ path }, res) => (path.includes('9999') ? res.destroy() : res.end('{}')),
  })
  try {
    await ask(site, `/cloudcard/photo/1423442${query}`, decision)
    await ask(site, `/cloudcard/person/${email}?findBy=email`, { headers })
    await ask(site, '/cloudcard/api/login', withPassword)
    // Whatever goes wrong.
    await ask(site, `/cloudcard/photo/9999${query}`, decision)
    await ask(site, `/cloudcard/photo/1${query}`, { ...decision, body: 'x'.repeat(70_000) })
    await ask(site, `/cloudcard/photo/1${query}${'x'.repeat(17_000)}`, decision)
    await ask(site, `/cloudcard/photo/1${query}`, { ...decision, method: 'DELETE' })
    await ask(site, `/cloudcard/unknown/${email}${query}`, decision)
    await ask(site, `//cloudcard/person/${email}`, { headers })
    await ask(site, `/%63loudcard/person/${email}`, { headers })
    await ask(site, `/photos/${note}.txt${query}`, { headers })
    await ask(site, `/photos/${email}${query}`, {
      headers: { ...headers, Referer: note, 'User-Agent': note },
    })
    await ask(site, `/cloudcard/photo/1${query}`, { ...decision, isHttp: true })
    await ask(site, `/${email}${query}`, { isHttp: true })
    await sendRaw(site, `PUT /cloudcard/photo/1${query} HTTP/9.9\r\nHost: localhost\r\n\r\n`)
    await sendRaw(site, `PUT /cloudcard/photo/1${query}\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    await sendRaw(site, `CANARY${note} /cloudcard/photo/1 HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    const access = await expectNoCanary(site, 17)
    for (const line of [
      /"PUT \/cloudcard\/photo\/1423442 HTTP\/1\.1" 200 \d+ [\d.]+s cloudcard=127\.0\.0\.1:\d+ 200 [\d.]+s\n/,
      /"GET \/cloudcard\/person\/- HTTP\/1\.1" 200 /,
      /"POST \/cloudcard\/api\/login HTTP\/1\.1" 200 /,
      /"PUT \/cloudcard\/photo\/9999 HTTP\/1\.1" 502 .* cloudcard=127\.0\.0\.1:\d+ 502 /,
      /"DELETE \/cloudcard\/photo\/1 HTTP\/1\.1" 405 /,
    ])
      expect(access).toMatch(line)
  } finally {
    await site.stop()
  }
})

test('nor does it when CloudCard cannot be trusted, cannot be found, or is asked too often', async () => {
  const untrusted = await startSite({ isApiTrusted: false, env: () => ({ REQUESTS_PER_SECOND: '1' }) })
  const nowhere = await startSite({ addresses: [] })
  try {
    let asked = 0
    for (let status = 0; status !== 429 && asked < 200; asked++)
      ({ status } = await ask(untrusted, `/cloudcard/photo/1${query}`, decision))
    expect(await expectNoCanary(untrusted, asked)).toMatch(/" 429 /)
    await ask(nowhere, `/cloudcard/photo/1${query}`, decision)
    expect(await expectNoCanary(nowhere, 1)).toMatch(/"PUT \/cloudcard\/photo\/1 HTTP\/1\.1" 502 /)
  } finally {
    await untrusted.stop()
    await nowhere.stop()
  }
})

/** What no client would send. */
async function sendRaw(site: Site, text: string): Promise<void> {
  const socket = connect({
    port: Number(new URL(site.url).port),
    host: '127.0.0.1',
    servername: 'localhost',
    ca: readFileSync(site.certificate),
  })
  await once(socket, 'secureConnect')
  socket.resume().end(text)
  await once(socket, 'close')
}
