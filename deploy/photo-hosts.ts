import type { Finding } from './site-checks'

interface SentPhoto {
  links?: { bytes?: string }
  externalURL?: string
}

/**
 * Which hosts the photos of the first page name, and which of them `photoOrigins` leaves out. `persistentToken` is a persistent access
 * token of CloudCard; the session that it begins is ended again.
 */
export async function checkPhotoHosts(
  site: URL,
  photoOrigins: readonly string[],
  persistentToken: string,
): Promise<Finding> {
  const wrong = (words: string): Finding => ({ isRight: false, words })
  const signedIn = await call(site, '/authentication-token', {
    body: { persistentAccessToken: persistentToken },
  })
  const token = (signedIn as { tokenValue?: unknown } | null)?.tokenValue
  if (typeof token !== 'string') return wrong('CloudCard did not take the token in CLOUDCARD_TOKEN.')
  try {
    const photos = await call(site, '/photo?offset=0&max=25', { token })
    if (!Array.isArray(photos)) return wrong('The list of photos could not be loaded.')
    const addresses = (photos as SentPhoto[]).flatMap(
      ({ links, externalURL }) => links?.bytes ?? externalURL ?? [],
    )
    const hosts = new Set(addresses.filter((each) => URL.canParse(each)).map((each) => new URL(each).origin))
    const missing = [...hosts].filter(
      (host) => !photoOrigins.some((origin) => new URL(origin).origin === host),
    )
    if (missing.length > 0)
      return wrong(
        `Photos lie at ${missing.join(' ')}, which PHOTO_ORIGINS does not name: they are not shown.`,
      )
    return {
      isRight: true,
      words: `The photos of the first page lie at ${[...hosts].join(' ') || 'no host: there are none'}.`,
    }
  } finally {
    // Without the token in its body this would end every session of the account.
    await call(site, '/person/me/logout', { token, body: { authenticationToken: token } })
  }
}

/** null for anything but JSON. */
async function call(
  site: URL,
  path: string,
  { token, body }: { token?: string; body?: object },
): Promise<unknown> {
  try {
    const answer = await fetch(new URL(`/cloudcard${path}`, site), {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(token && { 'X-Auth-Token': token }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
    })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
