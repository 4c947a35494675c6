import { ApiError } from '../../cloudcard/api-error'
import { browserClock } from '../../base/clock'
import { keepingProblem, keptInTab } from '../../base/kept'
import { bytesOf, hexOf, keptInMemory, randomBytes } from '../../base/kept-for-reload'
import { livesFor } from '../../base/lifetimes'
import { lostByReload } from '../../base/reload'
import { getSession, isSamePerson, onSessionChange, sessionMark } from '../../session/session'
import { followDecisions, madeDecisions, unsentDecisions, type MadeDecision } from './decided'
import { verdictOf, type Decision } from '../verdicts/verdicts'

// sessionStorage reaches the disk, so what is kept there is encrypted. A reload finds the key, and nothing else does.
const prefix = 'loupe.record.'
const keyName = 'record'
/** So many decisions are written anew when one of them is over. */
const pageSize = 20

/** What was to be told with the decision on these photos. */
type Words = { decision: Decision; photos: readonly number[] }

/** From `from` on, the record is this. The first page has the words of the decisions that were on their way. */
type Page = {
  mark: string
  username: string
  from: number
  made: readonly MadeDecision[]
  words?: readonly Words[] | undefined
}

/** What was to be told with decisions that were on their way when this page was loaded again, by photo. */
export const restoredWords = new Map<number, Decision>()
let whenRestored: Promise<unknown> = Promise.resolve()
livesFor('work', () => restoredWords.clear())

/** The decision on a photo with what was to be told; null where that was not kept. */
export async function restoredWordsOf(photo: number): Promise<Decision | null> {
  await whenRestored
  return restoredWords.get(photo) ?? null
}

/** They are answered for. */
export function forgetWordsOf(photos: ReadonlySet<number>): void {
  for (const photo of photos) restoredWords.delete(photo)
}

/** What a reload at this moment would lose: a decision without a form needs no words. Thousands are decided with the same. */
function wordsOnTheirWay(): readonly Words[] {
  const unsent = unsentDecisions().filter(({ decision }) => verdictOf(decision).form)
  const all = [...restoredWords, ...unsent.map(({ photo, decision }) => [photo.id, decision] as const)]
  const photosOf = new Map(all.map(([, decision]) => [decision, [] as number[]]))
  for (const [photo, decision] of all) photosOf.get(decision)?.push(photo)
  return [...photosOf].map(([decision, photos]) => ({ decision, photos }))
}

const importKey = (hex: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(hex), 'AES-GCM', false, ['encrypt', 'decrypt'])

/** In the order in which they were written. */
const pageKeys = () =>
  keptInTab
    .keys()
    .filter((key) => key.startsWith(prefix))
    .sort((a, b) => Number(a.slice(prefix.length)) - Number(b.slice(prefix.length)))

/** The pages of this session that are kept; none where one of them is of another person or session. */
async function readPages(): Promise<readonly Page[]> {
  const hex = keptInMemory.get(keyName)
  const { person } = getSession()
  if (hex === null || person === null) return []
  const key = await importKey(hex)
  const read = pageKeys().map(async (name) => {
    const [iv = '', data = ''] = (keptInTab.get(name) ?? '').split('.')
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, key, bytesOf(data))
    // What only this key can have written needs no schema.
    return JSON.parse(new TextDecoder().decode(text)) as Page
  })
  const pages = await Promise.all(read)
  const areOurs = pages.every((page) => page.mark === sessionMark() && isSamePerson(page, person))
  return areOurs ? pages : []
}

/** Takes up the record of this session after a reload. */
async function restore(): Promise<void> {
  const pages = await readPages().catch(() => [])
  let made: readonly MadeDecision[] = []
  for (const page of pages) made = [...made.slice(0, page.from), ...page.made]
  const words = pages.findLast((page) => page.words !== undefined)?.words ?? []
  for (const { decision, photos } of words) for (const photo of photos) restoredWords.set(photo, decision)
  // They were over before this page was opened, whatever the clock was set to since.
  const now = browserClock.now()
  const known = made.map((each) => withError({ ...each, endedAt: Math.min(each.endedAt, now) }))
  if (known.length > 0) madeDecisions.set([...known, ...madeDecisions.get()])
}

/** An error is an object of its class again. */
function withError(made: MadeDecision): MadeDecision {
  if (made.outcome.kind !== 'refused') return made
  const { kind = 'refused', status } = (made.outcome.error ?? {}) as Partial<ApiError>
  return {
    ...made,
    outcome: { kind: 'refused', error: new ApiError(kind, 'As it was recorded', { status }) },
  }
}

// Where a browser cannot, as without https or with its storage full, it is kept in memory only.
const canKeep = () => 'subtle' in crypto && keepingProblem.get() === null
lostByReload(() => (madeDecisions.get().length > 0 && !canKeep() ? 'My decisions' : null))

/** Keeps the record of a session through a reload, for the same person, until the session ends. */
export function keepRecord(): () => void {
  if (!('subtle' in crypto)) return () => {}
  /** What is in the pages as they are kept. */
  const kept = new Map<number, readonly unknown[]>()
  whenRestored = restore()
  let queue = whenRestored
  const later = () => {
    queue = queue.then(write).catch(() => {
      // A storage that is full, or gone: what is in memory is not lost by that.
    })
  }
  // What is kept of nobody, or of another session, goes.
  later()

  function forget() {
    for (const key of pageKeys()) keptInTab.remove(key)
    keptInMemory.remove(keyName)
    kept.clear()
  }

  async function write() {
    const { signedIn, person } = getSession()
    const made = madeDecisions.get()
    const words = wordsOnTheirWay()
    const count = Math.ceil(made.length / pageSize) || Math.min(1, words.length)
    // A page that is locked leaves nothing in the storage; it is written anew for the same person.
    const isOver = count === 0 || signedIn === null || person === null
    if (isOver || keptInMemory.get(keyName) === null) forget()
    if (isOver) return
    for (let place = 0; place < count; place++) {
      const from = place * pageSize
      const page = made.slice(from, from + pageSize)
      const parts = place === 0 ? [...page, JSON.stringify(words)] : page
      const last = kept.get(place)
      if (last?.length === parts.length && parts.every((part, index) => part === last[index])) continue
      const ownWords = place === 0 ? words : undefined
      const { username } = person
      const text = await encrypted({ mark: sessionMark() ?? '', username, from, made: page, words: ownWords })
      // Meanwhile the session may have ended, and another begun.
      if (getSession().signedIn !== signedIn) return
      keptInTab.set(prefix + place, text)
      kept.set(place, parts)
    }
    for (const key of pageKeys().slice(count)) keptInTab.remove(key)
  }

  const stops = [
    madeDecisions.subscribe(later),
    // Of thousands each ending is told of as well.
    followDecisions((canWait) => canWait || later()),
    onSessionChange(later),
  ]
  return () => stops.forEach((stop) => stop())
}

async function encrypted(page: Page): Promise<string> {
  const hex = keptInMemory.get(keyName) ?? hexOf(randomBytes(32))
  keptInMemory.set(keyName, hex)
  const iv = randomBytes(12)
  const text = new TextEncoder().encode(JSON.stringify(page))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(hex), text)
  return `${hexOf(iv)}.${hexOf(new Uint8Array(data))}`
}
