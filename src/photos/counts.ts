import { queryOptions, useQueries, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readPhotos } from '../cloudcard/photos-query'
import type { Priority } from '../cloudcard/scheduler'
import { browserClock, wallTimeOf } from '../base/clock'
import { useIsPageVisible, whenPageVisible } from '../base/page-visibility'
import { countPhotos, type Count, type CountOptions, type Probe } from '../queue/count'
import { useStore } from '../base/store'
import { countShift, type Move } from '../desk/ledger/decided'
import { isListGuessed, statusFilters, type StatusFilter } from '../fields/status'
import { office } from './office-habits'
import { photoIdOf } from './page-starts'
import { shownMoves } from './shown-decisions'

/** How many photos a status has, as far as it is known, and when that was found out, by `browserClock`. */
export type KnownCount = Count & { readAt: number }

/** Of each guessed status whether CloudCard lists it; nothing of those of which that is not known. */
export type Listable = Partial<Record<StatusFilter, boolean>>

export const countsKey = ['photo-count'] as const
const exactKey = (status: string) => [...countsKey, status, 'exact'] as const
const roughKey = (status: string) => [...countsKey, status, 'rough'] as const

const endsEmpty = () => office.habits.endsEmpty

function probeOf(status: string, signal: AbortSignal, priority: () => Priority): Probe {
  return async (offset) => {
    await whenPageVisible(signal)
    const [row] = await readPhotos({ status, offset, max: 1 }, { signal, priority })
    office.note(offset, 1, row ? [photoIdOf(row)] : [])
    return row === undefined ? false : (photoIdOf(row) ?? true)
  }
}

/** @param options what the page at hand tells already */
export const exactCountQuery = (status: string, options: CountOptions) =>
  queryOptions({
    queryKey: exactKey(status),
    queryFn: async ({ client, signal }): Promise<KnownCount> => {
      const probe = probeOf(status, signal, () => 'probe')
      const known = knownTotal(client, status)
      const count = foundNow(await countPhotos(probe, { ...options, endsEmpty, known }))
      // The tabs need not look at what is known better.
      client.setQueryData<KnownCount>(roughKey(status), count)
      return count
    },
    gcTime: Infinity,
  })

/** What the tabs have: what was last counted, told by a page, or looked at. */
const roughCountQuery = (status: string) =>
  queryOptions({
    queryKey: roughKey(status),
    queryFn: async ({ client, signal }): Promise<KnownCount> =>
      foundNow(
        await countPhotos(
          probeOf(status, signal, () => 'ahead'),
          { known: knownTotal(client, status), endsEmpty, upTo: 1_000 },
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

/** null where nothing exact is known. */
export function knownTotal(client: QueryClient, status: string): number | null {
  const known = client.getQueryData<KnownCount>(roughKey(status))
  return known?.isExact ? known.total : null
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

/** What a page tells of the status that is shown is known to the tabs as well, and after the next page was turned to. */
export function tellTotal(client: QueryClient, status: string, count: KnownCount): void {
  for (const queryKey of [exactKey(status), roughKey(status)]) {
    void client.cancelQueries({ queryKey })
    client.setQueryData<KnownCount>(queryKey, count, { updatedAt: wallTimeOf(count.readAt) })
  }
}

/** The tabs look on at every count: that nobody waits for this one any more has to be said. */
export const stopCounting = (client: QueryClient, status: string): void =>
  void client.cancelQueries({ queryKey: exactKey(status) })

/** A number with what was decided here since it was read: it changes at once, and back when a decision is undone. */
export function shiftCount(
  status: string,
  count: KnownCount | null,
  moves: readonly Move[],
): KnownCount | null {
  if (!count?.isExact) return count
  const shift = countShift(status, count.readAt, moves)
  return shift === 0 ? count : { ...count, total: Math.max(0, count.total + shift) }
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
      statusFilters.map((status) => ({
        ...roughCountQuery(status),
        enabled:
          canLook && isVisible && status !== shown && (!isListGuessed(status) || listable[status] === true),
        meta: { isAhead: true },
      })),
    [shown, canLook, isVisible, listable],
  )
  const others = useQueries({ queries, combine: dataOf })
  const moves = useStore(shownMoves)
  return useMemo(() => {
    const counts = statusFilters.map((status, index) => {
      const known = status === shown ? total : null
      return [status, known ?? shiftCount(status, others[index] ?? null, moves)]
    })
    return Object.fromEntries(counts) as Record<StatusFilter, KnownCount | null>
  }, [shown, total, others, moves])
}

const dataOf = (counts: readonly { data: KnownCount | undefined }[]) => counts.map(({ data }) => data ?? null)

/** "412", "1,000+", or "" where nothing is known. */
export function countText({ total, isExact }: Count): string {
  if (isExact) return total.toLocaleString('en')
  return total === 0 ? '' : `${total.toLocaleString('en')}+`
}
