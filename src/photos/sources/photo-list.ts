import type { UseQueryResult } from '@tanstack/react-query'
import type { Photo } from '../../cloudcard/photo'
import type { KnownCount } from '../counts'
import type { FilterCounts } from '../filters/filters'
import type { Left } from '../left'
import { noRows, type PhotoRows } from '../photo-rows'
import type { ListSearch } from '../photo-search'
import { pageOf } from '../../queue/page'
import type { WholeState, WholeStatus } from '../whole/whole-status'

/** How the rows were read; the same object as long as nothing of it changes. */
export type Reading = Pick<UseQueryResult, 'error' | 'errorUpdatedAt' | 'isError' | 'isFetching'> & {
  /** Anything but undefined where there are rows to show. */
  data: unknown
  /** When they were read, by `browserClock`; 0 where there are none yet. */
  readAt: number
  retry: () => void
}

/**
 * What a list shows, wherever its rows come from: a page as CloudCard lists it, or what matches of a status that was read.
 * It changes as a whole, and is the same object as long as nothing of it changes.
 */
export type PhotoList = {
  /** What is shown was found for this: the address, and what is typed, may be further by then. */
  search: ListSearch
  text: string
  reading: Reading
  /** Those of the page. */
  rows: PhotoRows
  /** The rows that are at hand, of which the page is a part: of what matches all that was read. */
  matching: PhotoRows
  /** What lies beyond them and has to be read first; null where nothing does. */
  beyond: Beyond | null
  /** The place of the first row, from 0, wherever it was found. */
  offset: number
  /** What of it is left to decide, with the places of its rows among those. */
  left: Left
  /** How many are left in all, exactly, where it is known. */
  total: KnownCount | null
  /** It could not be counted. */
  isUncounted: boolean
  /** As a table has rows: those that were decided are there too. null while it is not known. */
  rowCount: number | null
  pages: number | null
  hasNext: boolean | 'unknown'
  /** Photos may have been passed over between the pages. */
  mayMiss: boolean
  /** The rows shown belong to the page asked for, not to the one before it. */
  isCurrent: boolean
  /** Somebody waits to know whether there is a next page; going elsewhere is a change of mind. */
  isAwaitingNext: boolean
  setIsAwaitingNext: (isAwaiting: boolean) => void
  /** Only some photos of the status are listed. */
  isNarrowed: boolean
  /** All that is listed is at hand. */
  hasAll: boolean
  /** So many photos were looked through for what is shown; 0 where nothing is looked for. */
  searched: number
  counts: FilterCounts | null
  /** The ids at that end of the list where photos arrive; null where that is not at hand. */
  newest: readonly (number | null)[] | null
  /** Any photo that was read, whether it is listed or not; for learning the organization. */
  sampleId: number | null
  /** The person whose whole ID number or e-mail is searched for. */
  person: PersonPhoto
  /** The status that is read for it as a whole, for telling how far it is, and for telling it what to do. */
  reader: Reader | null
}

export type Reader = { whole: WholeStatus; state: WholeState }

export type Direction = 1 | -1

export type Beyond = {
  has: (direction: Direction) => boolean
  /** What follows, as far as it was read already. */
  behind: PhotoRows
  /** Somebody looks at this row: what is beyond is read while there is time. */
  comeNear: (index: number) => void
  /** The first photo beyond that matches, and its page; from the page asked for on, where that is not there yet. null: there is none. */
  find: (
    direction: Direction,
    matches?: (photo: Photo) => boolean,
  ) => Promise<{ photo: Photo; page: number } | null>
}

export type PersonPhoto = {
  /** null while it is not known, for other texts, and where there is no such person. */
  photo: Photo | null
  /** It is listed elsewhere. */
  isElsewhere: boolean
  /** Why that could not be found out; null where it could. */
  error: Error | null
  isTrying: boolean
  retry: () => void
}

const nothing = () => {}

/** A list of which nothing is known; what a maker does not say of its own is so. */
export const emptyList: Omit<PhotoList, keyof Asked> = {
  reading: {
    data: undefined,
    error: null,
    errorUpdatedAt: 0,
    isError: false,
    isFetching: false,
    readAt: 0,
    retry: nothing,
  },
  rows: noRows,
  matching: noRows,
  beyond: null,
  offset: 0,
  left: { total: 0, offset: 0, count: 0, placeOf: () => null, isLeft: () => true },
  total: null,
  isUncounted: false,
  rowCount: null,
  pages: null,
  hasNext: false,
  mayMiss: false,
  isCurrent: false,
  isAwaitingNext: false,
  setIsAwaitingNext: nothing,
  isNarrowed: false,
  hasAll: false,
  searched: 0,
  counts: null,
  newest: null,
  sampleId: null,
  person: { photo: null, isElsewhere: false, error: null, isTrying: false, retry: nothing },
  reader: null,
}

/** What is asked for. */
export type Asked = { search: ListSearch; text: string }

/** The page on which a row at hand is. */
export const pageAt = ({ search, beyond }: PhotoList, index: number): number =>
  beyond ? search.page : pageOf(index, search.max)
