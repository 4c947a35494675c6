import { queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { address, go } from '../base/address'
import { useIsPageVisible, whenPageVisible } from '../base/page-visibility'
import { isApiError } from '../cloudcard/api-error'
import { readPhotos } from '../cloudcard/photos-query'
import { priorityOf } from '../cloudcard/waited-for'
import { isListGuessed, photosOf, statusFilters, type StatusFilter } from '../fields/status'
import { noteNone } from './counts'
import { formatSearch, nextSearch, type ListSearch, type PhotoSearch } from './photo-search'
import { openPhotoId } from './shown-search'
import type { Reading } from './use-page-list'

const guessed = statusFilters.filter(isListGuessed)
const refusals: readonly string[] = ['forbidden', 'refused', 'not-found']

/**
 * Whether CloudCard lists the photos of a status by themselves, where that is a guess: asked once a session. It may refuse, or
 * pass over a status that it does not know and list every photo.
 */
const listableQuery = (status: StatusFilter) =>
  queryOptions({
    queryKey: ['listable', status] as const,
    queryFn: async ({ client, queryKey, signal }): Promise<boolean> => {
      await whenPageVisible(signal)
      const priority = () => priorityOf(client, queryKey)
      try {
        const [row] = await readPhotos({ status, offset: 0, max: 1 }, { signal, priority })
        if (row === undefined) noteNone(client, status)
        return row === undefined || (row.kind === 'photo' && row.photo.status === status)
      } catch (error) {
        if (isApiError(error) && refusals.includes(error.kind)) return false
        throw error
      }
    },
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Of each guessed status whether CloudCard lists it; nothing of those of which that is not known. */
export type Listable = Partial<Record<StatusFilter, boolean>>

/** @param canLook the list is there, and comes before this */
export function useListable(canLook: boolean): Listable {
  const enabled = useIsPageVisible() && canLook
  return useQueries({
    queries: guessed.map((status) => ({ ...listableQuery(status), enabled, meta: { isAhead: true } })),
    combine: byStatus,
  })
}

const byStatus = (answers: readonly { data: boolean | undefined }[]): Listable =>
  Object.fromEntries(guessed.map((status, place) => [status, answers[place]?.data])) as Listable

export const unlistedWords = (status: StatusFilter): string =>
  `CloudCard has no list of ${photosOf(status)}, so all photos are loaded to find them.`

/** Where the photos of a status are: in its own list, or among all. */
export function patchFor(
  status: StatusFilter,
  search: ListSearch,
  isListable: boolean | undefined,
): Partial<PhotoSearch> {
  return isListable === false
    ? { status: 'ALL', filters: { ...search.filters, in: status === 'ALL' ? [] : [status] } }
    : { status }
}

/**
 * Before the list of a guessed status is read, it has to be known that there is one: photos of other statuses would else stand
 * under its heading. Where there is none, the address becomes that of all photos with the filter.
 *
 * @returns null once the list can be read; else how far it is with asking
 */
export function useBeforeList(search: ListSearch): Reading | null {
  const { status } = search
  const isGuessed = isListGuessed(status)
  const asked = useQuery({ ...listableQuery(status), enabled: isGuessed })
  const { data: isListable, error, errorUpdatedAt, isError, isFetching, refetch } = asked
  useEffect(() => {
    if (!isGuessed || isListable !== false) return
    const shown = { ...search, photo: openPhotoId() }
    const patch = { ...patchFor(status, search, false), photo: shown.photo }
    go(`${address.get().path}${formatSearch(nextSearch(shown, patch))}`, { replace: true })
  }, [isGuessed, isListable, status, search])
  return useMemo(() => {
    if (!isGuessed || isListable === true) return null
    const isWaiting = isFetching || isListable === false
    const retry = () => void refetch()
    return { data: undefined, error, errorUpdatedAt, isError, isFetching: isWaiting, readAt: 0, retry }
  }, [isGuessed, isListable, error, errorUpdatedAt, isError, isFetching, refetch])
}
