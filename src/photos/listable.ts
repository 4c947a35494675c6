import { queryOptions, useQueries, type QueryClient } from '@tanstack/react-query'
import { useIsPageVisible, whenPageVisible } from '../base/page-visibility'
import { isApiError } from '../cloudcard/api-error'
import { readPhotos } from '../cloudcard/photos-query'
import { priorityOf } from '../cloudcard/waited-for'
import { isListGuessed, photosOf, statusFilters, type StatusFilter } from '../fields/status'
import { noteNone, type Listable } from './counts'
import type { ListSearch, PhotoSearch } from './photo-search'

const guessed = statusFilters.filter(isListGuessed)
const refusals: readonly string[] = ['forbidden', 'refused', 'not-found']

/**
 * Whether CloudCard lists the photos of a status by themselves, where that is a guess: asked once a session. It may refuse, or
 * pass over a status that it does not know and list every photo.
 */
export const listableQuery = (status: StatusFilter) =>
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

/** Before the list of a guessed status is read, it has to be known that there is one: photos of other statuses would else stand under its heading. */
export const isListKnown = (client: QueryClient, status: StatusFilter): boolean =>
  !isListGuessed(status) || client.getQueryData(listableQuery(status).queryKey) === true
