import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Photo, PhotoPage } from '../api/photo'
import { photosQuery } from '../api/photos-query'
import { offsetOf, totalFrom } from '../queue/page'
import type { PhotoSearch } from './photo-search'

/** Up to this many per page the whole next page is read ahead; above it one row tells whether there is one. */
const readAheadAtMost = 100

/** What the list needs of the page's query; the same object as long as nothing of it changes. */
export type PageReading = Pick<
  UseQueryResult<PhotoPage>,
  'data' | 'error' | 'errorUpdatedAt' | 'isError' | 'isFetching' | 'dataUpdatedAt' | 'refetch'
>

/** The same object as long as nothing of it changes. */
export type PhotoList = {
  page: PageReading
  offset: number
  /** Exact, where what was read proves it. */
  total: number | null
  hasNext: boolean | 'unknown'
  /** The rows shown belong to the page asked for, not to the one before it. */
  isCurrent: boolean
  /** Somebody waits to know whether there is a next page; going elsewhere is a change of mind. */
  isAwaitingNext: boolean
  setIsAwaitingNext: (isAwaiting: boolean) => void
}

/** The page that the address asks for, and what lies behind it. */
export function usePhotoList({ status, page, max }: PhotoSearch): PhotoList {
  const place = `${status} ${page} ${max}`
  const [awaitingAt, setAwaitingAt] = useState<string | null>(null)
  const isAwaitingNext = awaitingAt === place
  const offset = offsetOf(page, max)
  const current = useQuery({
    ...photosQuery({ status, offset, max }),
    // Old rows stay while the next page comes, but never under another status's heading.
    placeholderData: (previous, query) => (query?.queryKey[1] === status ? previous : undefined),
  })
  const isCurrent = current.data !== undefined && !current.isPlaceholderData
  const rows = isCurrent ? current.data.rows.length : 0
  const askedBehind = max <= readAheadAtMost ? max : 1
  const isFull = isCurrent && rows >= max
  const ahead = useQuery({
    ...photosQuery({ status, offset: offset + max, max: askedBehind }),
    enabled: isFull,
    meta: { isAhead: !isAwaitingNext },
  })
  const rowsBehind = isFull ? (ahead.data?.rows.length ?? null) : null
  const total = isCurrent ? totalFrom({ offset, max, rows, rowsBehind, askedBehind }) : null
  const hasNext = isFull && (rowsBehind === null ? (ahead.isError ? true : 'unknown') : rowsBehind > 0)
  const setIsAwaitingNext = useCallback(
    (isAwaiting: boolean) => setAwaitingAt(isAwaiting ? place : null),
    [place],
  )

  const { data, error, errorUpdatedAt, isError, isFetching, dataUpdatedAt, refetch } = current
  const reading = useMemo<PageReading>(
    () => ({ data, error, errorUpdatedAt, isError, isFetching, dataUpdatedAt, refetch }),
    [data, error, errorUpdatedAt, isError, isFetching, dataUpdatedAt, refetch],
  )
  return useMemo(
    () => ({ page: reading, offset, total, hasNext, isCurrent, isAwaitingNext, setIsAwaitingNext }),
    [reading, offset, total, hasNext, isCurrent, isAwaitingNext, setIsAwaitingNext],
  )
}

export function photosIn(page: PhotoPage | undefined): Photo[] {
  return page?.rows.flatMap((row) => (row.kind === 'photo' ? [row.photo] : [])) ?? []
}
