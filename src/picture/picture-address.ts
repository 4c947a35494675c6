/** Whether an address that came with a photo may be requested, and under which address the browser asks for it. */
export type AddressVerdict =
  | { kind: 'allowed'; source: string }
  | { kind: 'unsafe' }
  | { kind: 'blocked'; host: string }

export interface PicturePlaces {
  /** Where photos may come from: "https://host" or "https://host/path/". */
  photoOrigins: readonly string[]
  /** 'own': they are asked for under our own address, `/pictures/N/…`, N being the place in `photoOrigins`. */
  pictures: 'direct' | 'own'
  /** Where we serve pictures ourselves, as the sandbox does; nothing else of our own address is a picture. */
  ownFolder: string | null
}

// Servers refuse longer ones, and a signed address of S3 has a tenth of it.
const longestAddress = 8000

/**
 * Decides before the browser is asked, by the rules of the policy header (Content Security Policy 3, 6.7.2.8):
 * so nothing that is not allowed is ever requested, and the screen can say why.
 *
 * @param address as CloudCard sent it; anything but an absolute http(s) URL without credentials, or a far too long one, is unsafe
 */
export function judgeAddress(
  address: string,
  { photoOrigins, pictures, ownFolder }: PicturePlaces,
): AddressVerdict {
  if (address.length > longestAddress || !URL.canParse(address)) return { kind: 'unsafe' }
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return { kind: 'unsafe' }
  if (ownFolder !== null && covers(ownFolder, url)) return { kind: 'allowed', source: address }
  const place = photoOrigins.findIndex((origin) => covers(origin, url))
  const origin = photoOrigins[place]
  if (origin === undefined) return { kind: 'blocked', host: url.host }
  if (pictures === 'direct') return { kind: 'allowed', source: address }
  const folder = new URL(origin).pathname
  return { kind: 'allowed', source: `/pictures/${place}/${url.pathname.slice(folder.length)}${url.search}` }
}

function covers(origin: string, url: URL): boolean {
  const { protocol, host, pathname } = new URL(origin)
  return protocol === url.protocol && host === url.host && url.pathname.startsWith(pathname)
}
