import * as v from 'valibot'
import { wallTimeOf } from '../../base/clock'
import { createStore } from '../../base/store'
import { keptInBrowser } from '../../base/kept'
import { parsedAs } from '../../base/parsed'
import { getSession } from '../../session/session'
import { decisions, followDecisions, unsentDecisions } from './decided'
import type { HeldDecision } from './held-decision'
import { forgetWordsOf } from './kept-record'
import { verdicts } from '../verdicts/verdicts'

const entrySchema = v.object({
  photo: v.pipe(v.number(), v.safeInteger()),
  verdict: v.picklist(verdicts.map(({ name }) => name)),
  /** The one that was seen. */
  version: v.nullable(v.pipe(v.number(), v.safeInteger())),
  /** epoch ms */
  at: v.pipe(v.number(), v.finite()),
})
/** What is no entry is left out. */
const entriesSchema = v.pipe(
  v.array(v.fallback(v.nullable(entrySchema), null)),
  v.transform((all) => all.filter((each) => each !== null)),
)
/** No words, no names: what a person wrote to a cardholder is not kept. */
const journalSchema = v.object({ salt: v.string(), owner: v.number(), entries: entriesSchema })

/** A decision that this browser could not tell CloudCard before its tab was gone. */
export type LostDecision = v.InferOutput<typeof entrySchema>

/** Decisions of this person that were made in a tab that is gone, and that nobody has answered for yet. */
export const lostDecisions = createStore<readonly LostDecision[]>([], 'work')

// One entry of localStorage a tab, so that no tab overwrites another's; it outlives a crash, which sessionStorage may not.
const prefix = 'loupe.journal.'
const tab = `${prefix}${Math.random().toString(36).slice(2)}`
const strikeOutMs = 1_000

/**
 * Tells the same person from another one without a name: 16 bits, so that many names share each number. A match by
 * chance is harmless, since nothing is sent without being asked about.
 */
export function ownerNumber(username: string, salt: string): number {
  let hash = 0x811c9dc5
  for (const character of salt + username.trim().toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash ^ (hash >>> 16)) & 0xffff
}

function entryOf({ photo, decision, version, decidedAt }: HeldDecision): LostDecision {
  const seen = version ?? photo.version
  return { photo: photo.id, verdict: decision.verdict, version: seen, at: Math.round(wallTimeOf(decidedAt)) }
}

function write(): void {
  const name = getSession().person?.username ?? ''
  const entries = [...lostDecisions.get(), ...unsentDecisions().map(entryOf)]
  if (name === '' || entries.length === 0) {
    keptInBrowser.remove(tab)
    letGo?.()
    letGo = null
    return
  }
  keepIn(tab, name, entries)
  holdOn()
}

function keepIn(key: string, name: string, entries: readonly LostDecision[]) {
  const salt = crypto.getRandomValues(new Uint32Array(2)).join('.')
  const journal: v.InferOutput<typeof journalSchema> = {
    salt,
    owner: ownerNumber(name, salt),
    entries: [...entries],
  }
  // Where the browser takes nothing, a decision is as safe as its tab.
  keptInBrowser.set(key, JSON.stringify(journal))
}

/** Ends the hold on this tab's name; null while nothing is held. */
let letGo: (() => void) | null = null

/** The browser lets go of a lock when its tab is gone, whatever ended it; so other tabs know whose decisions are lost. */
function holdOn() {
  if (letGo || !('locks' in navigator)) return
  const isOver = new Promise<void>((resolve) => (letGo = resolve))
  void navigator.locks.request(tab, () => isOver).catch(() => {})
}

/** Writes down what is decided when it is decided, and strikes it out when CloudCard has it. */
export function keepJournal(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      write()
    }, strikeOutMs)
  }
  // Another tab, or an extension, has emptied the storage: what is unsent is written down once more.
  const onStorage = ({ key }: StorageEvent) => key === null && write()
  window.addEventListener('storage', onStorage)
  const stops = [
    lostDecisions.subscribe(write),
    // Thousands are struck out a few at a time: what is struck out late is looked at before anything is sent.
    followDecisions((canWait) => {
      strikeOutDecided()
      if (canWait) later()
      else write()
    }),
    () => window.removeEventListener('storage', onStorage),
    () => clearTimeout(timer),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Takes over what tabs that are gone have left of this person's decisions. */
export async function findLostDecisions(username: string): Promise<void> {
  if (username === '' || keys().length === 0) return
  const alive = new Set<string>()
  if ('locks' in navigator) {
    const { held = [], pending = [] } = await navigator.locks.query()
    for (const { name = '' } of [...held, ...pending]) alive.add(name)
  }
  const found = keys()
    .filter((key) => !alive.has(key))
    .flatMap((key) => {
      const journal = parsedAs(journalSchema, keptInBrowser.get(key))
      if (journal && journal.owner !== ownerNumber(username, journal.salt)) return []
      keptInBrowser.remove(key)
      return journal?.entries ?? []
    })
  const known = new Map([...lostDecisions.get(), ...found].map((each) => [each.photo, each]))
  if (found.length > 0) lostDecisions.set([...known.values()])
}

/** Somebody else signs in: what is not answered for waits for the one who made it. */
export function leaveLostDecisions(username: string): void {
  const entries = lostDecisions.get()
  if (entries.length === 0) return
  keepIn(`${tab}.left`, username, entries)
  lostDecisions.set([])
}

/** Whoever decides on a photo anew has answered for what was lost of it. */
function strikeOutDecided(): void {
  const decided = lostDecisions.get().filter(({ photo, at }) => {
    const held = decisions.open.get(photo)
    return held && wallTimeOf(held.decidedAt) >= at
  })
  if (decided.length > 0) strikeOut(new Set(decided.map(({ photo }) => photo)))
}

/** They are answered for: neither they nor what was to be told with them is kept any longer. */
export function strikeOut(photos: ReadonlySet<number>): void {
  forgetWordsOf(photos)
  lostDecisions.set(lostDecisions.get().filter(({ photo }) => !photos.has(photo)))
}

const keys = () => keptInBrowser.keys().filter((key) => key.startsWith(prefix) && key !== tab)
