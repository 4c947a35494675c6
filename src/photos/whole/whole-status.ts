import { CancelledError, type QueryClient } from '@tanstack/react-query'
import { photosStandIn } from '../../cloudcard/known-photos'
import type { Photo } from '../../cloudcard/photo'
import { browserClock } from '../../base/clock'
import { createStore } from '../../base/store'
import { exactTotal } from '../counts'
import { photoIdOf } from '../page-starts'
import type { StatusFilter } from '../../fields/status'
import { askAbove } from './amount-words'
import { createWholeReading, readRows, type Part, type WholeReading } from './whole-reading'

type Phase = 'counting' | 'asking' | 'reading' | 'updating' | 'stopped' | 'failed' | 'done'

const unread = {
  phase: 'counting' as Phase,
  /** How many there are, as counted before reading. */
  total: null as number | null,
  /** So many were read of so many that are to be read; null while that is not known. */
  read: 0,
  goal: null as number | null,
  error: null as unknown,
  /** Of the index; another one when there is enough more in it to look through it again. */
  version: 0,
}

/** What of a status was read, and what becomes of it. */
export type WholeState = WholeReading & typeof unread

export type WholeStatus = ReturnType<typeof createWholeStatus>

const showEveryMs = 200
// To look through everything at each answer would take longer than to read it: only when so much more has come.
const worthShowing = 1.2
const upToDateForMs = 60_000

export function createWholeStatus(status: StatusFilter, client: QueryClient) {
  let controller = new AbortController()
  /** Begins once more what was begun last; null where nothing was. */
  let again: (() => void) | null = null
  // What is read anew is shown once there is something of it; until then what was read before.
  let shown = newReading({})
  let current = shown
  let shownSize = 0
  let showing: ReturnType<typeof setTimeout> | undefined
  const state = createStore<WholeState>({ ...shown.reading, ...unread })
  const change = (patch: Partial<WholeState>) => state.set({ ...state.get(), ...patch })

  function newReading(part: Part) {
    const made = createWholeReading(status, client, part, () => {
      if (made === current) showing ??= setTimeout(showSome, showEveryMs)
    })
    return made
  }

  function show(patch: Partial<WholeState> = {}) {
    clearTimeout(showing)
    showing = undefined
    shown = current
    const { reading } = shown
    shownSize = reading.index.size
    change({ ...reading, version: reading.index.version, read: shownSize, ...patch })
  }

  /** Not at each answer: what is on the screen is found and drawn again each time. */
  function showSome() {
    showing = undefined
    const { size } = current.reading.index
    if (current !== shown || size >= shownSize * worthShowing) show()
    else change({ read: size })
  }

  /** Runs one thing at a time; what it replaces is given up. */
  async function run(phase: Phase, work: (signal: AbortSignal) => Promise<void>) {
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    again = () => void run(phase, work)
    change({ phase, error: null })
    try {
      await work(signal)
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof CancelledError) {
        // Counting is given up for all when a list is left; whoever comes back begins again.
        const { isComplete } = shown.reading
        if (!isComplete) again = null
        change({ phase: isComplete ? 'done' : 'counting' })
        return
      }
      if (current.reading.index.size > 0) show()
      change({ phase: 'failed', error })
    }
  }

  async function countAll(signal: AbortSignal, isAnew = true) {
    const total = await exactTotal(client, status, { isAnew })
    signal.throwIfAborted()
    change({ total })
    return total
  }

  function count() {
    void run('counting', async (signal) => {
      const total = await countAll(signal, false)
      if (total !== null && total > askAbove) change({ phase: 'asking' })
      else readAll()
    })
  }

  const readAll = () => begin({})

  function readNewest() {
    void run('reading', async (signal) => {
      const { total } = state.get()
      const [first, second] = (await readRows(client, status, { offset: 0, max: 2 }, signal)).map(photoIdOf)
      // Oldest first: the newest are at the end.
      const isAscending = first != null && second != null && first < second
      const from = isAscending && total !== null ? Math.max(0, total - askAbove) : 0
      begin({ from, atMost: askAbove })
    })
  }

  function begin(part: Part) {
    const next = newReading(part)
    const { reading, reader } = next
    const { total } = state.get()
    const { limit } = reading
    change({ read: 0, goal: limit === null ? total : Math.min(limit, total ?? limit) })
    void run('reading', async (signal) => {
      current = next
      const { isProven, total } = await reader.read(signal)
      Object.assign(reading, { isComplete: true, isProven, readAt: browserClock.now() })
      show({ phase: 'done', ...(limit === null && { total }) })
    })
  }

  function readAnew() {
    const { index, limit } = shown.reading
    if (index.size === 0) return count()
    void run('reading', async (signal) => {
      change({ read: 0, goal: null })
      await countAll(signal)
      if (limit === null) readAll()
      else readNewest()
    })
  }

  function update() {
    const { reading, reader } = shown
    if (!reading.isComplete) return
    current = shown
    void run('updating', async (signal) => {
      const { isProven } = await reader.update(signal)
      const total = await countAll(signal)
      const left = reading.limit === null && total !== null ? Math.max(0, reading.index.size - total) : 0
      Object.assign(reading, { isProven, left, readAt: browserClock.now() })
      show({ phase: 'done' })
    })
  }

  function get(photoId: number): Photo | undefined {
    const row = shown.reading.index.get(photoId) ?? current.reading.index.get(photoId)
    return row?.kind === 'photo' ? row.photo : undefined
  }

  function* photos(): Generator<Photo> {
    const { index } = shown.reading
    for (const row of index.all()) if (row.kind === 'photo') yield row.photo
  }

  /** Photos in the place of those with the ids before them, where those were read. */
  function put(photos: ReadonlyMap<number, Photo>) {
    for (const { reading } of new Set([shown, current]))
      for (const [id, photo] of photos) reading.index.replace({ kind: 'photo', photo }, id)
    const { version } = shown.reading.index
    if (version !== state.get().version) change({ version })
  }

  const leave = photosStandIn({ lookUp: () => get, all: photos, put: (_, photos) => put(photos) })

  return {
    state,
    /** Begins to read, or brings up to date what was read a while ago. */
    use() {
      const { phase, readAt } = state.get()
      if (!again) count()
      else if (phase === 'done' && browserClock.now() - readAt > upToDateForMs) update()
    },
    readAll,
    readNewest,
    /** Reads what has come since, at the ends; whoever has left is only counted. */
    update,
    stop() {
      controller.abort()
      // Nothing of what was to replace it had come yet.
      if (current.reading.index.size === 0) current = shown
      show({ phase: current.reading.isComplete ? 'done' : 'stopped' })
    },
    /** Goes on where it was stopped or failed. */
    goOn: () => (again ?? count)(),
    readAnew,
    get,
    put,
    /** Ends what is under way, for good. */
    end() {
      controller.abort()
      leave()
      // Nobody is told: who follows it would begin to read anew.
      clearTimeout(showing)
    },
  }
}
