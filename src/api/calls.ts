/**
 * Every call to CloudCard that Loupe makes. The proxies of both servers let through what is on this list and nothing else, so
 * that somebody who has got hold of a token can do no more with it than Loupe does. The patterns are regular expressions that
 * JavaScript and nginx (PCRE) read alike; they are strict about what may stand in an address, since a server behind a
 * proxy may decode it once more, and take a dot, a slash or a semicolon for a way to somewhere else.
 */
export interface Call {
  method: 'GET' | 'POST' | 'PUT'
  /** The path behind `/cloudcard`, as a pattern. */
  path: string
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
const person = `(?!\\.{0,2}(?:\\?|$))${part}`
// What URLSearchParams makes of any text but the character 0, with %20 for a blank.
const text = textOf('A-Za-z0-9*._-', '%(?:0[1-9A-F]|[1-7][0-9A-F])')
const someText = `(?=[^=&])${text}`
const id = '[0-9]{1,19}'

export const calls = {
  list: { method: 'GET', path: '/photo', pair: `(?:status=[A-Z_]{1,40}|(?:offset|max)=[0-9]{1,15})` },
  photo: { method: 'GET', path: `/photo/${id}` },
  // A reason for denying is a parameter by its own name, whatever the office has called it.
  decide: {
    method: 'PUT',
    path: `/photo/${id}`,
    pair: `(?:(?:noteToCardholder|otherReason)=${text}|${someText}=true)`,
  },
  person: { method: 'GET', path: `/person/${person}`, pair: 'findBy=(?:identifier|email)' },
  signIn: { method: 'POST', path: '/api/login', isSignIn: true },
  signInWithToken: { method: 'POST', path: '/authentication-token', isSignIn: true },
  signOut: { method: 'POST', path: '/person/me/logout' },
} as const satisfies Record<string, Call>

/** The whole query of a call, as a pattern: nothing, or pairs joined by "&". */
export function queryPattern({ pair }: Call): string {
  return pair === undefined ? '' : `(?:${pair}(?:&${pair})*)?`
}

const matchers = Object.values<Call>(calls).map((call) => ({
  call,
  path: new RegExp(`^${call.path}$`),
  query: new RegExp(`^${queryPattern(call)}$`),
}))

/** The call that a request makes; undefined for one that Loupe never makes. `target` is what follows `/cloudcard`, as it was sent. */
export function callOf(method: string, target: string): Call | undefined {
  const end = target.indexOf('?')
  const [path, query] = end < 0 ? [target, ''] : [target.slice(0, end), target.slice(end + 1)]
  return matchers.find(
    (each) => each.call.method === method && each.path.test(path) && each.query.test(query),
  )?.call
}
