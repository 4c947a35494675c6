import { queryOptions, useQueries, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { readPhotos } from '../cloudcard/photos-query'
import type { Priority } from '../cloudcard/scheduler'
import { browserClock, wallTimeOf } from '../base/clock'
import { useIsPageVisible, whenPageVisible } from '../base/page-visibility'
import { countPhotos, roughCount, type Count, type CountOptions, type Probe } from '../queue/count'
import { isListGuessed, statusFilters, type StatusFilter } from '../fields/status'
import { office } from './office-habits'
import type { Listable } from './listable'
import { photoIdOf } from './page-starts'
import { useCountShift } from './use-count-shift'

/** How many photos a status has, as far as it is known, and when that was found out, by `browserClock`. */
export type KnownCount = Count & { readAt: number }

export const countsKey = ['photo-count'] as const
const exactKey = (status: string) => [...countsKey, status, 'exact'] as const
const roughKey = (status: string) => [...countsKey, status, 'rough'] as const

function probeOf(status: string, signal: AbortSignal, priority: () => Priority): Probe {
  return async (offset) => {
    await whenPageVisible(signal)
    const [row] = await readPhotos({ status, offset, max: 1 }, { signal, priority })
    office.note(offset, 1, row ? [photoIdOf(row)] : [])
    return row === undefined ? false : (photoIdOf(row) ?? true)
  }
}

/** @param options what the page at hand tells already */
const exactCountQuery = (status: string, options: CountOptions) =>
  queryOptions({
    queryKey: exactKey(status),
    queryFn: async ({ client, signal }): Promise<KnownCount> => {
      const probe = probeOf(status, signal, () => 'probe')
      const { endsEmpty } = office.habits
      const total = await countPhotos(probe, { ...options, endsEmpty, known: knownTotal(client, status) })
      if (total === null) return foundNow({ total: options.atLeast ?? 0, isExact: false })
      const count = foundNow({ total, isExact: true })
      // The tabs need not look at what is known better.
      client.setQueryData<KnownCount>(roughKey(status), count)
      return count
    },
    gcTime: Infinity,
  })

const roughCountQuery = (status: string) =>
  queryOptions({
    queryKey: roughKey(status),
    queryFn: async ({ client, signal }): Promise<KnownCount> =>
      foundNow(
        await roughCount(
          probeOf(status, signal, () => 'ahead'),
          knownTotal(client, status),
          () => office.habits.endsEmpty,
        ),
      ),
    // Once after signing in, then only on Refresh.
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** There was nothing at its beginning. */
export function noteNone(client: QueryClient, status: string): void {
  client.setQueryData<KnownCount>(roughKey(status), foundNow({ total: 0, isExact: true }))
}

const foundNow = (count: Count): KnownCount => ({ ...count, readAt: browserClock.now() })

/** What was last counted or told by a page; null where nothing exact is known. */
export function knownTotal(client: QueryClient, status: string): number | null {
  const known = newest([
    client.getQueryState<KnownCount>(exactKey(status)),
    client.getQueryState<KnownCount>(roughKey(status)),
  ])
  return known?.isExact ? known.total : null
}

function newest(counts: readonly ({ data: KnownCount | undefined } | undefined)[]): KnownCount | null {
  let found: KnownCount | null = null
  for (const count of counts) {
    if (count?.data && count.data.readAt > (found?.readAt ?? 0)) found = count.data
  }
  return found
}

/**
 * The exact number, for whoever has to wait for it; one that was counted within the last minute will do. null where
 * CloudCard's answers do not tell it.
 */
export async function exactTotal(
  client: QueryClient,
  status: string,
  { isAnew = false } = {},
): Promise<number | null> {
  const count = await client.fetchQuery({
    ...exactCountQuery(status, {}),
    staleTime: isAnew ? 0 : 60_000,
  })
  return count.isExact ? count.total : null
}

/**
 * The exact number of photos of the status that is shown: counted once its page is there and does not tell it itself.
 *
 * @param proven what the page tells, read at `readAt` (by `browserClock`)
 * @param canCount whether there is a page to begin with
 */
export function useTotal(
  status: string,
  {
    proven,
    readAt,
    canCount,
    ...bounds
  }: CountOptions & { proven: number | null; readAt: number; canCount: boolean },
): { count: KnownCount | null; hasFailed: boolean } {
  const client = useQueryClient()
  const counted = useQuery({
    ...exactCountQuery(status, bounds),
    enabled: canCount && proven === null,
    meta: { isAhead: true },
  })
  // What a page has told is known to the tabs as well, and after the next page was turned to.
  useEffect(() => {
    if (proven === null) return
    for (const queryKey of [exactKey(status), roughKey(status)]) {
      void client.cancelQueries({ queryKey })
      const count = { total: proven, isExact: true, readAt }
      client.setQueryData<KnownCount>(queryKey, count, { updatedAt: wallTimeOf(readAt) })
    }
  }, [client, status, proven, readAt])
  // The tabs look on at every count: that nobody waits for this one any more has to be said.
  useEffect(() => () => void client.cancelQueries({ queryKey: exactKey(status) }), [client, status])
  if (proven !== null) return { count: { total: proven, isExact: true, readAt }, hasFailed: false }
  return { count: newest([counted]), hasFailed: counted.isError }
}

/** What is known of every status; the ones that are not shown are looked at once in the background. */
export function useCounts(
  shown: StatusFilter,
  total: KnownCount | null,
  canLook: boolean,
  listable: Listable,
): Record<StatusFilter, KnownCount | null> {
  const isVisible = useIsPageVisible()
  const queries = useMemo(
    () =>
      statusFilters.flatMap((status) => [
        { ...exactCountQuery(status, {}), enabled: false },
        {
          ...roughCountQuery(status),
          enabled:
            canLook && isVisible && status !== shown && (!isListGuessed(status) || listable[status] === true),
          meta: { isAhead: true },
        },
      ]),
    [shown, canLook, isVisible, listable],
  )
  const others = useQueries({ queries, combine: newestOfEach })
  const shifted = useCountShift()
  return useMemo(() => {
    const counts = statusFilters.map((status, index) => {
      const known = status === shown ? total : null
      return [status, known ?? shifted(status, others[index] ?? null)]
    })
    return Object.fromEntries(counts) as Record<StatusFilter, KnownCount | null>
  }, [shown, total, others, shifted])
}

/** Two queries a status; the same object as long as it says the same. */
function newestOfEach(counts: Parameters<typeof newest>[0]): (KnownCount | null)[] {
  return statusFilters.map((_, index) => newest(counts.slice(2 * index, 2 * index + 2)))
}

/** "412", "1,000+", or "" where nothing is known. */
export function countText({ total, isExact }: Count): string {
  if (isExact) return total.toLocaleString('en')
  return total === 0 ? '' : `${total.toLocaleString('en')}+`
}
