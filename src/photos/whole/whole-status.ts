import type { QueryClient } from '@tanstack/react-query'
import type { Row } from '../../api/photo'
import { readPhotos } from '../../api/photos-query'
import { createStore, type Store } from '../../components/store'
import { createStatusReader, type StatusReader } from '../../queue/read-status'
import { createRowIndex, type RowIndex } from '../../queue/row-index'
import { exactTotal } from '../counts'
import { numbersOf, textOf } from '../filters/filter-facets'
import { photoIdOf } from '../page-starts'
import type { StatusFilter } from '../../photo/status'
import { askAbove } from './whole-statuses'

/** What of a status was read, and what became of it. */
export type WholeState = {
  phase: 'counting' | 'asking' | 'reading' | 'stopped' | 'failed' | 'done'
  /** How many there are, as counted before reading. */
  total: number | null
  /** How many of them are at hand. */
  read: number
  /** Only the newest so many are read. */
  limit: number | null
  /** How many of those could not be read: no search finds them. */
  unreadable: number
  /** Once done: nobody who was there throughout was left out. */
  isProven: boolean
  /** Once brought up to date: so many of those at hand have left. */
  left: number
  error: unknown
  /** epoch ms */
  readAt: number
  index: RowIndex<Row>
  /** Of the index; another one when there is more in it. */
  version: number
}

export type WholeStatus = {
  state: Store<WholeState>
  /** Begins to read, or brings up to date what was read a while ago. */
  use: () => void
  readAll: () => void
  readNewest: () => void
  stop: () => void
  /** Goes on where it was stopped or failed. */
  goOn: () => void
  readAnew: () => void
  /** A row that is known better by now. */
  replace: (row: Row) => void
  /** Ends what is under way, for good. */
  end: () => void
}

const publishEveryMs = 200
const upToDateForMs = 60_000

export function createWholeStatus(status: StatusFilter, client: QueryClient): WholeStatus {
  let controller = new AbortController()
  let reader: StatusReader | null = null
  // What is being read; what was read before stays on the screen until there is something of it.
  let filling = newIndex()
  let unreadable = 0
  let publishing: ReturnType<typeof setTimeout> | undefined
  const state = createStore<WholeState>({ ...nothing(), phase: 'counting' })
  const change = (patch: Partial<WholeState>) => state.set({ ...state.get(), ...patch })

  // A query for its tries and its failures; what it read is kept in the index, not in the cache.
  const readPage = (offset: number, max: number, signal: AbortSignal) =>
    client.fetchQuery({
      queryKey: ['whole-status', status, { offset, max }],
      queryFn: () => readPhotos({ status, offset, max }, { signal, priority: () => 'ahead' }),
      structuralSharing: false,
      staleTime: 0,
      gcTime: 0,
    })

  /** Not at each answer: what is on the screen is found and drawn again each time. */
  function publish() {
    clearTimeout(publishing)
    publishing = undefined
    change({ index: filling, read: filling.size, version: filling.version, unreadable })
  }

  function newReader(part: { from?: number; atMost?: number }): StatusReader {
    return createStatusReader<Row>({
      ...part,
      readPage,
      keysOf: (row) => ({
        id: photoIdOf(row),
        created: row.kind === 'photo' ? row.photo.dateCreated : null,
        updated: row.kind === 'photo' ? row.photo.lastUpdated : null,
      }),
      onRows(rows, where) {
        filling.add(rows, where)
        unreadable += rows.filter((row) => row.kind === 'unreadable').length
        publishing ??= setTimeout(publish, publishEveryMs)
      },
      onChanged: (rows) => rows.forEach((row) => filling.replace(row)),
    })
  }

  /** Runs one thing at a time; what it replaces is given up. */
  async function run(phase: WholeState['phase'], work: (signal: AbortSignal) => Promise<void>) {
    controller.abort()
    controller = new AbortController()
    const { signal } = controller
    change({ phase, error: null })
    try {
      await work(signal)
    } catch (error) {
      if (signal.aborted) return
      publish()
      change({ phase: 'failed', error })
    }
  }

  const count = () =>
    run('counting', async (signal) => {
      const total = await exactTotal(client, status)
      signal.throwIfAborted()
      change({ total })
      if (total > askAbove) change({ phase: 'asking' })
      else readAll()
    })

  function readAll() {
    start({})
  }

  function readNewest() {
    void run('reading', async (signal) => {
      const { total } = state.get()
      const [first, second] = (await readPage(0, 2, signal)).map(photoIdOf)
      // Oldest first: the newest are at the end.
      const isAscending = first != null && second != null && first < second
      const from = isAscending && total !== null ? Math.max(0, total - askAbove) : 0
      start({ from, atMost: askAbove })
    })
  }

  function start(part: { from?: number; atMost?: number }) {
    filling = newIndex()
    unreadable = 0
    reader = newReader(part)
    change({ limit: part.atMost ?? null, isProven: true, left: 0 })
    goOn()
  }

  function goOn() {
    const current = reader
    if (!current) return void count()
    void run('reading', async (signal) => {
      const { isProven, total } = await current.read(signal)
      publish()
      const { limit } = state.get()
      change({
        phase: 'done',
        isProven,
        readAt: Date.now(),
        total: limit === null ? total : state.get().total,
      })
    })
  }

  /** From the end where photos arrive; whoever has left is only counted. */
  function update() {
    const current = reader
    if (!current) return
    void run('reading', async (signal) => {
      const { isProven } = await current.update(signal)
      const total = await exactTotal(client, status, { isAnew: true })
      signal.throwIfAborted()
      publish()
      const left = state.get().limit === null ? Math.max(0, filling.size - total) : 0
      change({ phase: 'done', isProven, readAt: Date.now(), total, left })
    })
  }

  let isBegun = false
  return {
    state,
    use() {
      const { phase, readAt } = state.get()
      if (!isBegun) void count()
      else if (phase === 'done' && Date.now() - readAt > upToDateForMs) update()
      isBegun = true
    },
    readAll,
    readNewest,
    stop() {
      controller.abort()
      publish()
      change({ phase: 'stopped' })
    },
    goOn,
    replace(row) {
      if (filling.replace(row)) publish()
    },
    readAnew: () => (state.get().limit === null ? readAll() : readNewest()),
    end() {
      controller.abort()
      clearTimeout(publishing)
      state.set({ ...nothing(), phase: 'stopped' })
    },
  }
}

function newIndex(): RowIndex<Row> {
  return createRowIndex<Row>({ idOf: photoIdOf, textOf, numbersOf })
}

function nothing(): WholeState {
  return {
    phase: 'reading',
    total: null,
    read: 0,
    limit: null,
    unreadable: 0,
    isProven: true,
    left: 0,
    error: null,
    readAt: 0,
    index: newIndex(),
    version: 0,
  }
}
