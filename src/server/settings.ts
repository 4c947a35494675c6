import { isThisComputer } from './loopback'
import { parsePhotoOrigins } from './photo-origins'

export interface Settings {
  /** Undefined: the sandbox stands in for the API. */
  apiUrl: URL | undefined
  photoOrigins: string[]
  /** Whether the browser asks for pictures where they lie, or under our own address. */
  pictures: 'direct' | 'own'
  idleMinutes: number
  port: number | undefined
}

/** Where the built app is served unless PORT says otherwise. */
export const defaultPort = 4173

/** Reads what an operator may set; a value that cannot be used is an Error whose message is a plain sentence. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const apiUrl = env.CLOUDCARD_API_URL ? parseApiUrl(env.CLOUDCARD_API_URL) : undefined
  const photoOrigins = parsePhotoOrigins(env.PHOTO_ORIGINS)
  return {
    apiUrl,
    photoOrigins: apiUrl ? photoOrigins : [],
    pictures: apiUrl ? parsePictures(env.PICTURES || 'direct') : 'direct',
    idleMinutes: parseIdleMinutes(env.IDLE_MINUTES || '15'),
    port: env.PORT ? parsePort(env.PORT) : undefined,
  }
}

function parseApiUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isUsable =
    url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
  // The value itself is not repeated: it may hold a password.
  if (!isUsable) throw new Error('CLOUDCARD_API_URL must be an address such as https://api.cloudcard.us.')
  if (url.protocol === 'http:' && !isThisComputer(url))
    throw new Error(
      'CLOUDCARD_API_URL must begin with https: passwords and faces would cross the network for all to read.',
    )
  // The vendor's own tools are set up with it; Loupe adds it where a call has it.
  url.pathname = url.pathname.replace(/\/api\/*$/, '/')
  return url
}

function parsePictures(text: string): 'direct' | 'own' {
  if (text === 'direct' || text === 'own') return text
  throw new Error(`PICTURES must be direct or own, not "${text}".`)
}

function parseIdleMinutes(text: string): number {
  const minutes = Number(text)
  if (Number.isFinite(minutes) && minutes > 0) return minutes
  throw new Error(`IDLE_MINUTES must be a number of minutes above 0, not "${text}".`)
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`PORT must be a whole number from 1 to 65535, not "${text}".`)
}
