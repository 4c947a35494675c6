import type { QueryClient } from '@tanstack/react-query'
import { learnRows } from '../../cloudcard/known-photos'
import type { Row } from '../../cloudcard/photo'
import { readPhotos } from '../../cloudcard/photos-query'
import { browserClock } from '../../base/clock'
import { createStatusReader } from '../../queue/read-status'
import { createRowIndex } from '../../queue/row-index'
import { numbersOf, textOf } from '../filters/filter-facets'
import { office } from '../office-habits'
import { photoIdOf } from '../page-starts'
import type { StatusFilter } from '../../fields/status'
import { yieldToBrowser } from '../../base/yield-to-browser'

/** A status as it is read once, and what can be said of it. */
export type WholeReading = ReturnType<typeof createWholeReading>['reading']

let requests = 0

/**
 * For its tries and its failures a query; what it reads is kept in an index, not in the cache. Each has a key of its own:
 * one that was given up must not answer for the one that follows it.
 */
export function readRows(
  client: QueryClient,
  status: StatusFilter,
  { offset, max }: { offset: number; max: number },
  signal: AbortSignal,
): Promise<Row[]> {
  return client.fetchQuery({
    queryKey: ['whole-status', status, requests++],
    queryFn: async () => {
      const rows = await readPhotos({ status, offset, max }, { signal, priority: () => 'ahead' })
      // A thousand rows were parsed just now: what is done with them is another task.
      await yieldToBrowser()
      return rows
    },
    structuralSharing: false,
    staleTime: 0,
    gcTime: 0,
  })
}

/** From an offset on, so many at most; without them all of it. */
export type Part = { from?: number; atMost?: number }

/** @param onGrowth called each time there is more in the index */
export function createWholeReading(
  status: StatusFilter,
  client: QueryClient,
  { from, atMost }: Part,
  onGrowth: () => void,
) {
  const index = createRowIndex<Row>({ idOf: photoIdOf, textOf, numbersOf })
  const reading = {
    index,
    /** Only the newest so many are read. */
    limit: atMost ?? null,
    /** It was read to its end, or to its limit: what follows only brings it up to date. */
    isComplete: false,
    /** Nobody who was there throughout was left out. */
    isProven: true,
    /** So many of those at hand have left since. */
    left: 0,
    /** How many of those at hand could not be read: no search finds them. */
    unreadable: 0,
    /** By `browserClock`; while it is being read, when that began. */
    readAt: browserClock.now(),
  }
  const reader = createStatusReader<Row>({
    from,
    atMost,
    readPage: (offset, max, signal) => readRows(client, status, { offset, max }, signal),
    office,
    keysOf: (row) => ({
      id: photoIdOf(row),
      created: row.kind === 'photo' ? row.photo.dateCreated : null,
      updated: row.kind === 'photo' ? row.photo.lastUpdated : null,
    }),
    onRows(rows, where) {
      index.add(learnRows(client, rows), where)
      reading.unreadable += rows.filter((row) => row.kind === 'unreadable').length
      onGrowth()
    },
    keptUpdated(id) {
      const row = index.get(id)
      return row?.kind === 'photo' ? row.photo.lastUpdated : row && null
    },
    onChanged: (rows) => learnRows(client, rows).forEach((row) => index.replace(row)),
  })
  return { reading, reader }
}
