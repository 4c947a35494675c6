const SEGMENTS = /^(?:\/[\w\-.!~*'()%]+)+$/

/**
 * The address on our own origin, under `/cloudcard`, that is proxied to CloudCard.
 * Goes in: an absolute path whose parts are already encoded, and the query as plain values.
 * Anything that could lead elsewhere ("//evil", "/\evil", "..", also encoded, a scheme, a query in the path) is a
 * TypeError: a mistake of ours, and never sent, since the token travels with each request.
 */
export function ownAddress(path: string, query: Record<string, string | number> = {}): string {
  if (!isOwnPath(path)) throw new TypeError('A request path must stay under /cloudcard')
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  // A plus is a blank to some servers only; %20 is one to all.
  return `/cloudcard${path}${search.size > 0 ? `?${String(search).replaceAll('+', '%20')}` : ''}`
}

function isOwnPath(path: string): boolean {
  if (!SEGMENTS.test(path)) return false
  try {
    return !decodeURIComponent(path)
      .split(/[\\/]/)
      .some((segment) => segment === '.' || segment === '..')
  } catch {
    return false
  }
}
