import type { Photo } from '../../cloudcard/photo'
import type { KnownCount } from '../counts'
import type { FilterCounts } from '../filters/filters'
import type { Left } from '../left'
import { noRows, type PhotoRows } from '../photo-rows'
import type { ListSearch } from '../photo-search'
import { pageOf } from '../../queue/page'
import type { WholeState, WholeStatus } from '../whole/whole-status'

const nothing = () => {}

const notRead = {
  /** Anything but undefined where there are rows to show. */
  data: undefined as unknown,
  error: null as Error | null,
  errorUpdatedAt: 0,
  isError: false,
  isFetching: false,
  /** When they were read, by `browserClock`; 0 where there are none yet. */
  readAt: 0,
  retry: nothing,
}

/** How the rows were read; the same object as long as nothing of it changes. */
export type Reading = typeof notRead

const nobody = {
  /** null while it is not known, for other texts, and where there is no such person. */
  photo: null as Photo | null,
  /** It is listed elsewhere. */
  isElsewhere: false,
  /** Why that could not be found out; null where it could. */
  error: null as Error | null,
  isTrying: false,
  retry: nothing,
}

export type PersonPhoto = typeof nobody

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

/** A list of which nothing is known; what a maker does not say of its own is so. */
export const emptyList = {
  reading: notRead,
  /** Those of the page. */
  rows: noRows,
  /** The rows that are at hand, of which the page is a part: of what matches all that was read. */
  matching: noRows,
  /** What lies beyond them and has to be read first; null where nothing does. */
  beyond: null as Beyond | null,
  /** The place of the first row, from 0, wherever it was found. */
  offset: 0,
  /** What of it is left to decide, with the places of its rows among those. */
  left: { total: 0, offset: 0, count: 0, placeOf: () => null, isLeft: () => true } as Left,
  /** How many are left in all, exactly, where it is known. */
  total: null as KnownCount | null,
  /** It could not be counted. */
  isUncounted: false,
  /** As a table has rows: those that were decided are there too. null while it is not known. */
  rowCount: null as number | null,
  pages: null as number | null,
  hasNext: false as boolean | 'unknown',
  /** Photos may have been passed over between the pages. */
  mayMiss: false,
  /** The rows shown belong to the page asked for, not to the one before it. */
  isCurrent: false,
  /** Somebody waits to know whether there is a next page; going elsewhere is a change of mind. */
  isAwaitingNext: false,
  setIsAwaitingNext: nothing as (isAwaiting: boolean) => void,
  /** Only some photos of the status are listed. */
  isNarrowed: false,
  /** All that is listed is at hand. */
  hasAll: false,
  /** So many photos were looked through for what is shown; 0 where nothing is looked for. */
  searched: 0,
  counts: null as FilterCounts | null,
  /** The ids at that end of the list where photos arrive; null where that is not at hand. */
  newest: null as readonly (number | null)[] | null,
  /** Any photo that was read, whether it is listed or not; for learning the organization. */
  sampleId: null as number | null,
  /** The person whose whole ID number or e-mail is searched for. */
  person: nobody,
  /** The status that is read for it as a whole, for telling how far it is, and for telling it what to do. */
  reader: null as Reader | null,
}

/**
 * What a list shows, wherever its rows come from: a page as CloudCard lists it, or what matches of a status that was read.
 * It changes as a whole, and is the same object as long as nothing of it changes. What is shown was found for what was asked:
 * the address, and what is typed, may be further by then.
 */
export type PhotoList = Asked & typeof emptyList

/** What is asked for. */
export type Asked = { search: ListSearch; text: string }

/** The page on which a row at hand is. */
export const pageAt = ({ search, beyond }: PhotoList, index: number): number =>
  beyond ? search.page : pageOf(index, search.max)
