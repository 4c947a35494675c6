import { afterPaint } from './after-paint'
import { livesFor } from './lifetimes'
import { useStore } from './store'

/** What the app shows by its address, and the entry of the tab's history that it stands in. */
type Address = {
  path: string
  /** "" or "?…" */
  query: string
  /** Names the entry, also after Back, a reload, or another address in its place: what is kept for it is kept under this. */
  entry: string
  /** What was handed over by who led here. */
  state: unknown
  /** The document began here; or Back or Forward led here; or something in the app did. */
  arrival: 'load' | 'history' | 'app'
}

let now: Address | null = null
/** The browser does not have the address that is shown yet, nor an entry for it where it is a new one. */
let unwritten: { isNew: boolean; stop: () => void } | null = null
const listeners = new Set<() => void>()

/** As a document that begins: the next one who asks reads it from the browser. */
export function forgetAddress(): void {
  takeUnwritten()
  now = null
}
livesFor('document', forgetAddress)

// A dialog on top may catch it before: close-on-back.ts.
window.addEventListener('popstate', () => {
  // Whoever goes back right after a step has left what the address was to say.
  takeUnwritten()
  show(read('history'))
})

/** The one copy of what the browser's address says; it knows of a change before React does. */
export const address = {
  get: (): Address => (now ??= read('load')),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

/** A part of the address: who uses it is drawn again only when that part is another. */
export function useAddress<T extends string | number | boolean | null>(pick: (address: Address) => T): T {
  return useStore(address, pick)
}

/** The whole of it, as it stands in links. */
export const addressText = ({ path, query }: Address): string => path + query

/**
 * Goes to an address of ours.
 *
 * @param replace in the entry that is shown: Back does not lead to what it was before
 * @param isShownFirst the browser is told once it was painted: told before, the next photo came after 26 ms in the middle, and not 15,
 *   another order of 100,000 after 36 ms, and not 25
 */
export function go(
  to: string,
  { replace = false, state = null as unknown, isShownFirst = false } = {},
): void {
  const before = address.get()
  const waiting = takeUnwritten()
  // Back leads to what is shown now.
  if (waiting && !replace) write(before, waiting.isNew)
  const isNew = !replace || waiting?.isNew === true
  const query = to.includes('?') ? to.slice(to.indexOf('?')) : ''
  const path = to.slice(0, to.length - query.length)
  const next: Address = { path, query, entry: replace ? before.entry : newEntry(), state, arrival: 'app' }
  if (isShownFirst) {
    const stop = afterPaint(() => {
      unwritten = null
      write(next, isNew)
    })
    unwritten = { isNew, stop }
  } else write(next, isNew)
  show(next)
}

function takeUnwritten() {
  const taken = unwritten
  taken?.stop()
  unwritten = null
  return taken
}

function show(next: Address): void {
  now = next
  for (const listener of listeners) listener()
}

/** Our own part of the browser's state of an entry; `idx` counts the entries, for what closes on Back. */
type Kept = { key?: unknown; idx?: unknown; handed?: unknown }

const kept = (): Kept => {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null ? state : {}
}

function write({ path, query, entry, state }: Address, isNew: boolean): void {
  const { idx } = kept()
  const count = typeof idx === 'number' ? idx : 0
  const next = { key: entry, idx: isNew ? count + 1 : count, handed: state }
  if (isNew) window.history.pushState(next, '', path + query)
  else window.history.replaceState(next, '', path + query)
}

function read(arrival: Address['arrival']): Address {
  const { key, idx, handed = null } = kept()
  const isKnown = typeof key === 'string' && typeof idx === 'number'
  const { pathname, search } = window.location
  const read = { path: pathname, query: search, state: handed, arrival }
  if (isKnown) return { ...read, entry: key }
  // Where a link or a bookmark led into the tab.
  const entry = newEntry()
  window.history.replaceState({ ...kept(), key: entry, idx: 0 }, '')
  return { ...read, entry }
}

const newEntry = () => crypto.getRandomValues(new Uint32Array(2)).join('-')
