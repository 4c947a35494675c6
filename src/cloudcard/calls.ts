/**
 * Every call to CloudCard that Loupe makes: the client makes its requests from this list, and the proxies of both servers let
 * through what is on it and nothing else, so that somebody who has got hold of a token can do no more with it than Loupe
 * does. The patterns are regular expressions that JavaScript and nginx (PCRE) read alike; they are strict about what may stand
 * in an address, since a server behind a proxy may decode it once more, and take a dot, a slash or a semicolon for a way elsewhere.
 */
export interface Call {
  method: 'GET' | 'POST' | 'PUT'
  /** The path behind `/cloudcard`; what may stand for a `:name` is in `segments`. */
  path: `/${string}`
  /** One `name=value` of the query, as a pattern; without it there is no query. */
  pair?: string
  /** It signs somebody in: servers allow few of these a minute. */
  isSignIn?: true
}

// One character beyond ASCII, as valid UTF-8, each byte escaped.
const tail = '%[89AB][0-9A-F]'
const beyondAscii = [
  `%C[2-9A-F]${tail}`,
  `%D[0-9A-F]${tail}`,
  `%E0%[AB][0-9A-F]${tail}`,
  `%E[1-9A-CEF](?:${tail}){2}`,
  `%ED%[89][0-9A-F]${tail}`,
  `%F0%[9AB][0-9A-F](?:${tail}){2}`,
  `%F[1-3](?:${tail}){3}`,
  `%F4%8[0-9A-F](?:${tail}){2}`,
].join('|')

/** Characters in any number, without a choice that could be made in two ways: a long text costs no more than its length. */
const textOf = (plain: string, escaped: string) => `[${plain}]*(?:(?:${escaped}|${beyondAscii})[${plain}]*)*`

// What encodeURIComponent makes of an ID number or an e-mail, without # % / ; ? \ and what is not printed.
const part = textOf("A-Za-z0-9_.!~*'()-", '%(?:2[0246789BC]|3[ACDE]|40|5[BDE]|60|7[B-D])')
// Not a dot or two, which lead elsewhere, and not nothing.
const person = `(?!\\.{0,2}(?:[/?]|$))${part}`
// What URLSearchParams makes of any text but the character 0, with %20 for a blank.
const text = textOf('A-Za-z0-9*._-', '%(?:0[1-9A-F]|[1-7][0-9A-F])')
const someText = `(?=[^=&])${text}`

/** What may stand for a `:name` in a path, as patterns. */
export const segments = { id: '[0-9]{1,19}', person } as const satisfies Record<string, string>

export const calls = {
  list: { method: 'GET', path: '/photo', pair: `(?:status=[A-Z_]{1,40}|(?:offset|max)=[0-9]{1,15})` },
  photo: { method: 'GET', path: '/photo/:id' },
  // A reason for denying is a parameter by its own name, whatever the office has called it.
  decide: {
    method: 'PUT',
    path: '/photo/:id',
    pair: `(?:(?:noteToCardholder|otherReason|onHoldReason)=${text}|${someText}=true)`,
  },
  process: { method: 'POST', path: '/photo/:id' },
  person: { method: 'GET', path: '/person/:person', pair: 'findBy=(?:identifier|email)' },
  signIn: { method: 'POST', path: '/api/login', isSignIn: true },
  signInWithToken: { method: 'POST', path: '/authentication-token', isSignIn: true },
  signOut: { method: 'POST', path: '/person/me/logout' },
} as const satisfies Record<string, Call>
