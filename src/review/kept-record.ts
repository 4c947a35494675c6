import { ApiError, isApiError, type ApiErrorKind } from '../api/api-error'
import { browserClock } from '../clock'
import { isSamePerson } from '../session/same-person'
import { getSession, onSessionChange, sessionMark } from '../session/session'
import { madeDecisions, type MadeDecision } from './decided'
import { keepingProblem, keptInTab } from '../kept'
import { bytesOf, hexOf, keptInMemory, randomBytes } from '../kept-for-reload'

// sessionStorage reaches the disk, so what is kept there is encrypted. A reload finds the key, and nothing else does.
const prefix = 'loupe.record.'
const keyName = 'record'

/** From `from` on, the record is this; later chunks replace what earlier ones say. */
type Chunk = { mark: string; username: string; from: number; made: readonly MadeDecision[] }

function importKey(hex: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytesOf(hex), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function newKey(): string {
  const hex = hexOf(randomBytes(32))
  keptInMemory.set(keyName, hex)
  return hex
}

const knownKey = () => keptInMemory.get(keyName)

/** In the order in which they were written. */
const keys = () =>
  keptInTab
    .keys()
    .filter((key) => key.startsWith(prefix))
    .sort((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))

function forget(): void {
  for (const key of keys()) keptInTab.remove(key)
  keptInMemory.remove(keyName)
}

/** Takes up the record of this session after a reload. */
async function restore(): Promise<readonly MadeDecision[]> {
  const hex = knownKey()
  const { person } = getSession()
  if (hex === null || person === null) return []
  const key = await importKey(hex)
  let made: readonly MadeDecision[] = []
  for (const name of keys()) {
    const [iv = '', data = ''] = (keptInTab.get(name) ?? '').split('.')
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(data))
    // What only this key can have written needs no schema.
    const chunk = JSON.parse(new TextDecoder().decode(text)) as Chunk
    if (chunk.mark !== sessionMark() || !isSamePerson(chunk, person)) return []
    made = [...made.slice(0, chunk.from), ...chunk.made]
  }
  // They were over before this page was opened, whatever the clock was set to since.
  const now = browserClock.now()
  return made.map((each) => withError({ ...each, endedAt: Math.min(each.endedAt, now) }))
}

/** An error is an object of its class again. */
function withError(made: MadeDecision): MadeDecision {
  const { outcome } = made
  if (outcome.kind !== 'refused' || isApiError(outcome.error)) return made
  const { kind = 'refused', status } = (outcome.error ?? {}) as {
    kind?: ApiErrorKind
    status?: number
  }
  return {
    ...made,
    outcome: { kind: 'refused', error: new ApiError(kind, 'As it was recorded', { status }) },
  }
}

/** Where a browser cannot, as without https or with its storage full, it is kept in memory only. */
export const canKeepRecord = (): boolean => 'subtle' in crypto && keepingProblem.get() === null

/**
 * Keeps the record of a session through a reload, for the same person, until the session ends.
 */
export function keepRecord(): () => void {
  if (!('subtle' in crypto)) return () => {}
  /** As it is kept; null until it is known what was kept before. */
  let kept: readonly MadeDecision[] | null = null
  let number = 0
  let queue: Promise<void> = begin()
  const later = () => {
    queue = queue.then(write).catch(() => {
      // A storage that is full, or gone: what is in memory is not lost by that.
    })
  }

  async function begin() {
    const found = await restore().catch(() => [])
    if (found.length === 0) forget()
    number = keys().length
    kept = found
    if (found.length > 0) madeDecisions.set([...found, ...madeDecisions.get()])
  }

  async function write() {
    const { signedIn, person } = getSession()
    const made = madeDecisions.get()
    if (made.length === 0 || person === null) {
      if (kept !== null && kept.length > 0) forget()
      kept = []
      return
    }
    // A page that is locked leaves nothing in the storage; it is written anew for the same person.
    if (signedIn === null) return void (kept = [])
    const last = kept ?? []
    const different = made.findIndex((each, place) => each !== last[place])
    if (different < 0) return
    const known = different > 0 ? knownKey() : null
    const from = known === null ? 0 : different
    const hex = known ?? newKey()
    if (from === 0) for (const key of keys()) keptInTab.remove(key)
    const chunk: Chunk = {
      mark: sessionMark() ?? '',
      username: person.username,
      from,
      made: made.slice(from),
    }
    const iv = randomBytes(12)
    const text = new TextEncoder().encode(JSON.stringify(chunk))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(hex), text)
    // Meanwhile the session may have ended.
    if (getSession().signedIn === null) return void (kept = [])
    keptInTab.set(`${prefix}${number++}`, `${hexOf(iv)}.${hexOf(new Uint8Array(data))}`)
    kept = made
  }

  const stops = [madeDecisions.subscribe(later), onSessionChange(later)]
  return () => stops.forEach((stop) => stop())
}
