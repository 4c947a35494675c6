/** Whether an address that came with a photo may be requested. */
export type AddressVerdict = { kind: 'allowed' } | { kind: 'unsafe' } | { kind: 'blocked'; host: string }

// Servers refuse longer ones, and a signed address of S3 has a tenth of it.
const longestAddress = 8000

/**
 * Decides before the browser is asked, by the rules of the policy header (Content Security Policy 3, 6.7.2.8):
 * so nothing that is not allowed is ever requested, and the screen can say why.
 *
 * @param address as CloudCard sent it; anything but an absolute http(s) URL without credentials, or a far too long one, is unsafe
 * @param origins where photos may come from: "https://host", "https://host/path/", "https://*.host"
 * @param ownOrigin always allowed
 */
export function judgeAddress(address: string, origins: readonly string[], ownOrigin: string): AddressVerdict {
  const url = address.length > longestAddress ? null : parseUrl(address)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return { kind: 'unsafe' }
  if (url.origin === ownOrigin || origins.some((origin) => covers(origin, url))) return { kind: 'allowed' }
  return { kind: 'blocked', host: url.host }
}

function covers(origin: string, url: URL): boolean {
  const wildcard = origin.includes('://*.')
  const allowed = parseUrl(wildcard ? origin.replace('://*.', '://') : origin)
  if (!allowed || allowed.protocol !== url.protocol || allowed.port !== url.port) return false
  const isHost = wildcard ? url.hostname.endsWith(`.${allowed.hostname}`) : url.hostname === allowed.hostname
  if (!isHost) return false
  if (allowed.pathname === '/') return true
  return allowed.pathname.endsWith('/')
    ? url.pathname.startsWith(allowed.pathname)
    : url.pathname === allowed.pathname
}

function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
