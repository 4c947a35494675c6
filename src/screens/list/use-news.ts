import { queryOptions, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { askOrganizationAgain, readPhotos } from '../../cloudcard/photos-query'
import { idOrderOf, newsBetween, type News } from '../../queue/news'
import { wallTimeOf } from '../../base/clock'
import { isReplacement } from '../../desk/repair/replaced'
import { useSettings } from '../../session/settings'
import { countsKey, knownTotal } from '../../photos/counts'
import { photoIdOf } from '../../photos/page-starts'
import { setSearch } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { readListAnew } from '../../photos/sources/photo-source'

/** What was read whole, or brought up to date, at another moment has other news. */
const newsKey = (status: string, since: number | null) => ['photo-news', status, since] as const

const readAtOnce = 25
/** So many known rows are read with the new ones, where those come last. */
const overlap = 5

type Ids = readonly (number | null)[]
type Ends = { known: Ids; now: Ids }

/** What was made here of a photo that was listed is no news, and stands where that one stood. */
const hasArrived = (id: number | null) => id === null || !isReplacement(id)

/** The newest end of a status, as it was when the list was read and as it is now. */
const newsQuery = (status: string, since: number | null) =>
  queryOptions({
    queryKey: newsKey(status, since),
    queryFn: async ({ client, queryKey, signal }): Promise<Ends> => {
      const known = client.getQueryData<Ends>(queryKey)?.known
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
    gcTime: since === null ? Infinity : 0,
  })

function lastOffset(client: QueryClient, status: string): number {
  return Math.max(0, (knownTotal(client, status) ?? 0) - overlap)
}

/** Past any end, and so led to the one there is. */
const lastPage = 999_999

/** What has arrived since the list was read, looked at every few minutes, and reading anew what is shown and counted. */
export function useNews({ search: { status }, reading: { readAt }, newest, ...list }: PhotoList) {
  const client = useQueryClient()
  const { news: minutes } = useSettings()
  const isOff = minutes === 'off'
  // What is news of a status that was read counts from this reading, of a page from when the status was first listed.
  const newsSince = list.reader ? readAt : null
  // What was just read has the newest end itself, and costs no further request.
  const first = useMemo(() => {
    const ids = newest?.filter(hasArrived)
    return ids && { known: ids, now: ids }
  }, [newest])
  // Where the oldest come first, the newest end is where the list ends.
  const canLook = newsSince === null && list.isCurrent && list.total !== null
  const { data: ends } = useQuery({
    ...newsQuery(status, newsSince),
    enabled: !isOff && (first !== undefined || canLook),
    refetchInterval: isOff ? false : Number(minutes) * 60_000,
    meta: { isAhead: true },
    ...(first && { initialData: first, initialDataUpdatedAt: wallTimeOf(readAt) }),
  })
  useEffect(() => {
    if (first && newsSince === null) {
      client.setQueryData<Ends>(newsKey(status, null), first, { updatedAt: wallTimeOf(readAt) })
    }
  }, [client, status, first, newsSince, readAt])

  const whole = list.reader?.whole
  return useMemo(() => {
    const news: News =
      ends && !isOff
        ? newsBetween(ends.known.filter(hasArrived), ends.now.filter(hasArrived))
        : { kind: 'none' }
    function refresh() {
      readListAnew(client, whole)
      client.removeQueries({ queryKey: ['photo-news', status] })
      askOrganizationAgain(client)
      void client.invalidateQueries({ queryKey: countsKey })
    }
    // Where photos arrive.
    function showNews() {
      if (whole) return whole.update()
      const isLast = ends !== undefined && idOrderOf(ends.known) === 'ascending'
      setSearch({ page: isLast ? lastPage : 1 })
      refresh()
    }
    return { news, refresh, showNews }
  }, [client, status, whole, ends, isOff])
}
