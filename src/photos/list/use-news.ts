import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { readPhotos } from '../../api/photos-query'
import { idOrderOf, newsBetween, type News } from '../../queue/news'
import { useSettings } from '../../session/settings'
import { knownTotal } from '../counts'
import { photoIdOf } from '../page-starts'
import type { PhotoRows } from '../photo-rows'
import type { PhotoList } from '../use-page-list'

const newsKey = (status: string) => ['photo-news', status] as const

const readAtOnce = 25
/** So many known rows are read with the new ones, where those come last. */
const overlap = 5

type Ids = readonly (number | null)[]
type Ends = { known: Ids; now: Ids }

/** The newest end of a status, as it was when the list was read and as it is now. */
const newsQuery = (status: string) =>
  queryOptions({
    queryKey: newsKey(status),
    queryFn: async ({ client, signal }): Promise<Ends> => {
      const known = client.getQueryData<Ends>(newsKey(status))?.known
      const offset = known && idOrderOf(known) === 'ascending' ? lastOffset(client, status) : 0
      const page = { status, offset, max: readAtOnce }
      const now = (await readPhotos(page, { signal, priority: () => 'ahead' })).map(photoIdOf)
      if (known || idOrderOf(now) !== 'ascending' || now.length < readAtOnce)
        return { known: known ?? now, now }
      // The oldest come first: the end to look at is the other one.
      const last = { ...page, offset: lastOffset(client, status) }
      const end = (await readPhotos(last, { signal, priority: () => 'ahead' })).map(photoIdOf)
      return { known: end, now: end }
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })

function lastOffset(client: QueryClient, status: string): number {
  return Math.max(0, (knownTotal(client, status) ?? 0) - overlap)
}

/** What has arrived since the list was read; looked at every few minutes while the tab is visible. */
export function useNews(
  status: string,
  list: PhotoList,
): { news: News; isLast: boolean; forget: () => void } {
  const client = useQueryClient()
  const { news: minutes } = useSettings()
  const { rows } = list
  const { dataUpdatedAt } = list.reading
  // A first page that was just read is the newest end itself, and costs no further request.
  const first = useMemo(() => {
    if (!list.isCurrent || list.whole !== null || list.offset > 0) return undefined
    const ids = idsOf(rows)
    return idOrderOf(ids) === 'descending' || ids.length < readAtOnce ? { known: ids, now: ids } : undefined
  }, [list.isCurrent, list.whole, list.offset, rows])
  const { data: ends } = useQuery({
    ...newsQuery(status),
    enabled: minutes !== 'off' && list.isCurrent,
    refetchInterval: minutes === 'off' ? false : Number(minutes) * 60_000,
    meta: { isAhead: true },
    ...(first && { initialData: first, initialDataUpdatedAt: dataUpdatedAt }),
  })
  useEffect(() => {
    if (first) client.setQueryData<Ends>(newsKey(status), first, { updatedAt: dataUpdatedAt })
  }, [client, status, first, dataUpdatedAt])

  return {
    news: ends && minutes !== 'off' ? newsBetween(ends.known, ends.now) : { kind: 'none' },
    isLast: ends !== undefined && idOrderOf(ends.known) === 'ascending',
    forget: () => client.removeQueries({ queryKey: newsKey(status) }),
  }
}

function idsOf(rows: PhotoRows): Ids {
  return Array.from({ length: Math.min(readAtOnce, rows.count) }, (_, index) => {
    const row = rows.at(index)
    return row ? photoIdOf(row) : null
  })
}
