import { ApiError, isApiError, type ApiErrorKind } from '../cloudcard/api-error'
import { browserClock } from '../base/clock'
import { isSamePerson } from '../session/same-person'
import { getSession, onSessionChange, sessionMark } from '../session/session'
import { followDecisions, madeDecisions, type MadeDecision } from './decided'
import { restoreWords, wordsOnTheirWay, type Words } from './kept-words'
import { verdictKeptAs, type Decision } from './verdicts/verdicts'
import { keepingProblem, keptInTab } from '../base/kept'
import { bytesOf, hexOf, keptInMemory, randomBytes } from '../base/kept-for-reload'

// sessionStorage reaches the disk, so what is kept there is encrypted. A reload finds the key, and nothing else does.
const prefix = 'loupe.record.'
const keyName = 'record'

/** From `from` on, the record is this; later chunks replace what earlier ones say. */
type Chunk = {
  mark: string
  username: string
  from: number
  made: readonly MadeDecision[]
  /** Of decisions that were on their way. */
  words: readonly Words[]
}

type Kept = { made: readonly MadeDecision[]; words: readonly Words[] }
const nothing: Kept = { made: [], words: [] }

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
async function restore(): Promise<Kept> {
  const hex = knownKey()
  const { person } = getSession()
  if (hex === null || person === null) return nothing
  const key = await importKey(hex)
  let { made, words } = nothing
  for (const name of keys()) {
    const [iv = '', data = ''] = (keptInTab.get(name) ?? '').split('.')
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(data))
    // What only this key can have written needs no schema.
    const chunk = JSON.parse(new TextDecoder().decode(text)) as Chunk
    if (chunk.mark !== sessionMark() || !isSamePerson(chunk, person)) return nothing
    made = [...made.slice(0, chunk.from), ...chunk.made]
    words = chunk.words
  }
  // They were over before this page was opened, whatever the clock was set to since.
  const now = browserClock.now()
  return {
    made: made.map((each) => withError({ ...named(each), endedAt: Math.min(each.endedAt, now) })),
    words: words.map(named),
  }
}

/** What an earlier release kept has no name of its verdict. */
function named<T extends { decision: Decision }>(each: T): T {
  const { verdict = each.decision.status } = each.decision as Partial<Decision>
  return { ...each, decision: { ...each.decision, verdict: verdictKeptAs(verdict)?.name } }
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

const isNothing = ({ made, words }: Kept) => made.length === 0 && words.length === 0

const areSameWords = (one: readonly Words[], other: readonly Words[]) =>
  JSON.stringify(one) === JSON.stringify(other)

/** Where a browser cannot, as without https or with its storage full, it is kept in memory only. */
export const canKeepRecord = (): boolean => 'subtle' in crypto && keepingProblem.get() === null

/**
 * Keeps the record of a session through a reload, for the same person, until the session ends.
 */
export function keepRecord(): () => void {
  if (!('subtle' in crypto)) return () => {}
  /** As it is kept; null until it is known what was kept before. */
  let kept: Kept | null = null
  let number = 0
  const restored = restore().catch(() => nothing)
  restoreWords(restored.then(({ words }) => words))
  let queue: Promise<void> = begin()
  const later = () => {
    queue = queue.then(write).catch(() => {
      // A storage that is full, or gone: what is in memory is not lost by that.
    })
  }

  async function begin() {
    const found = await restored
    if (isNothing(found)) forget()
    number = keys().length
    kept = found
    if (found.made.length > 0) madeDecisions.set([...found.made, ...madeDecisions.get()])
  }

  async function write() {
    const { signedIn, person } = getSession()
    const now: Kept = { made: madeDecisions.get(), words: wordsOnTheirWay() }
    const { made, words } = now
    if (isNothing(now) || person === null) {
      if (kept !== null && !isNothing(kept)) forget()
      kept = nothing
      return
    }
    // A page that is locked leaves nothing in the storage; it is written anew for the same person.
    if (signedIn === null) return void (kept = nothing)
    const last = kept ?? nothing
    const first = made.findIndex((each, place) => each !== last.made[place])
    if (first < 0 && areSameWords(words, last.words)) return
    const different = first < 0 ? made.length : first
    const known = isNothing(last) ? null : knownKey()
    const from = known === null ? 0 : different
    const hex = known ?? newKey()
    if (from === 0) for (const key of keys()) keptInTab.remove(key)
    const chunk: Chunk = {
      mark: sessionMark() ?? '',
      username: person.username,
      from,
      made: made.slice(from),
      words,
    }
    const iv = randomBytes(12)
    const text = new TextEncoder().encode(JSON.stringify(chunk))
    const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(hex), text)
    // Meanwhile the session may have ended.
    if (getSession().signedIn === null) return void (kept = nothing)
    keptInTab.set(`${prefix}${number++}`, `${hexOf(iv)}.${hexOf(new Uint8Array(data))}`)
    kept = now
  }

  const stops = [
    madeDecisions.subscribe(later),
    // Of thousands each ending is told of as well.
    followDecisions((canWait) => canWait || later()),
    onSessionChange(later),
  ]
  return () => stops.forEach((stop) => stop())
}
