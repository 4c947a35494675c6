import type { Exchange } from './wire'

/** What an answer can be about; it tells which faults have a meaning: see meaning.ts. */
export type Fault = {
  name: string
  /** How the wire behaves as long as it lasts. */
  play: (exchange: Exchange) => Promise<Response>
  /** It is over by itself after so many seconds. */
  seconds?: number
  /** The computer itself has lost the network, and the browser says so. */
  isOffline?: true
  /** Only answers of this shape can be wrong in this way. */
  only?: 'rows' | 'json' | 'one photo' | 'change'
}

const json = { 'Content-Type': 'application/json' }
const html = { 'Content-Type': 'text/html' }
const loginPage = '<!doctype html><title>University sign-in</title><h1>Sign in</h1>'

const says =
  (status: number, headers: Record<string, string> = json, body = '{}') =>
  async () =>
    new Response(status === 204 ? null : body, { status, headers })

/** The right answer, and something happens to its text on the way. */
const damaged =
  (damage: (text: string) => string, headers = json) =>
  async ({ answer }: Exchange) =>
    new Response(damage(await (await answer()).text()), { headers })

const megabyte = new Uint8Array(1_000_000).fill(' '.charCodeAt(0))

/** The right answer, and then blanks, a megabyte at a time. */
const withBlanks =
  (megabytes: number) =>
  async ({ answer, body }: Exchange) => {
    const whole = new Uint8Array(await (await answer()).arrayBuffer())
    let sent = 0
    return body(async (part) =>
      sent++ === 0 ? part(whole) : sent <= megabytes ? part(megabyte) : part(null),
    )
  }

/** Everything that may go wrong between Loupe and CloudCard. A new fault is one line here. */
export const faults: readonly Fault[] = [
  { name: '401', play: says(401) },
  { name: '403', play: says(403) },
  { name: '404', play: says(404) },
  { name: '409', play: says(409) },
  { name: '412', play: says(412) },
  { name: '422', play: says(422) },
  { name: '429 with seconds', play: says(429, { ...json, 'Retry-After': '40' }), seconds: 40 },
  {
    name: '429 with a date',
    play: async ({ now }) => says(429, { ...json, 'Retry-After': new Date(now() + 40_000).toUTCString() })(),
    seconds: 40,
  },
  { name: '429 bare', play: says(429) },
  { name: '500', play: says(500) },
  { name: '502 with HTML', play: says(502, html, '<h1>Bad Gateway</h1>') },
  { name: '503', play: says(503, html, '') },
  { name: 'time-out', play: ({ never }) => never() },
  { name: 'connection reset', play: ({ lost }) => lost() },
  { name: 'offline', play: ({ lost }) => lost(), isOffline: true },
  { name: 'cut-off JSON', play: damaged((text) => text.slice(0, Math.ceil(text.length / 2))), only: 'json' },
  { name: 'wrong type', play: damaged((text) => text, { 'Content-Type': 'text/plain' }), only: 'json' },
  { name: 'null', play: damaged(() => 'null'), only: 'json' },
  {
    name: 'an object instead of a list',
    play: damaged((text) => (text.startsWith('[') ? `{"photos":${text}}` : `[${text}]`)),
    only: 'json',
  },
  {
    name: 'one bad row',
    play: damaged((text) => JSON.stringify([...(JSON.parse(text) as unknown[]).slice(0, -1), 'bad'])),
    only: 'rows',
  },
  { name: '204', play: says(204) },
  { name: 'byte-order mark', play: damaged((text) => `\uFEFF${text}`), only: 'json' },
  {
    name: 'redirect to a login page',
    play: async ({ redirected }) => redirected(),
  },
  { name: 'HTML with 200', play: says(200, html, loginPage) },
  { name: '40 MB', play: withBlanks(40), only: 'json' },
  {
    name: 'one byte a second',
    play: async ({ answer, body, wait }) => {
      const bytes = new Uint8Array(await (await answer()).arrayBuffer())
      let sent = 0
      return body(async (part) => {
        await wait(1)
        part(sent < bytes.length ? bytes.subarray(sent, ++sent) : null)
      })
    },
  },
  { name: 'no end', play: withBlanks(Number.POSITIVE_INFINITY) },
  { name: "another photo's data", play: ({ another }) => another(), only: 'one photo' },
  { name: 'yes without doing it', play: ({ onlyYes }) => onlyYes(), only: 'change' },
]
