import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { PhotoDetail } from '../../api/photo-detail'
import { offsetOf } from '../../queue/page'
import type { Found } from '../../queue/find-slots'
import type { Query, RowIndex } from '../../queue/row-index'
import { wordsOf } from '../../queue/fold'
import type { Photo, Row } from '../../api/photo'
import { countsFrom, facetsOf, sortByOf, type FilterCounts } from '../filters/filter-facets'
import { isFiltered } from '../filters/filters'
import { noRows, sliceRows, type PhotoRows } from '../photo-rows'
import type { PhotoSearch } from '../photo-search'
import type { Thresholds } from '../../photo/score'
import type { PhotoList, Reading } from '../use-page-list'
import { yieldToBrowser } from './yield-to-browser'
import { loadWholeStatuses, wholeStatus } from './whole-statuses'
import type { WholeState, WholeStatus } from './whole-status'

type Finding = { found: Found; index: RowIndex<Row>; status: string }

export type WholeList = {
  list: PhotoList
  whole: WholeStatus | null
  state: WholeState | null
  counts: FilterCounts | null
  /** Only some of what was read is shown. */
  isNarrowed: boolean
  /** Any photo that was read, whether it matches or not; for learning the organization. */
  sampleId: number | null
}

/**
 * All photos of a status that match, in the order asked for, as one list; nothing is read while it is off.
 *
 * @param first found otherwise, before the status was read that far
 */
export function useWholeList(
  search: PhotoSearch,
  text: string,
  thresholds: Thresholds | null,
  first: Photo | null,
  isOn: boolean,
): WholeList {
  const { status, page, max, filters, sort } = search
  const client = useQueryClient()
  const whole = useWholeStatus(status, client, isOn)
  const state = useSyncExternalStore(whole?.state.subscribe ?? noSubscription, whole?.state.get ?? noState)
  const query = useMemo<Query<Row>>(
    () => ({
      words: wordsOf(text),
      facets: facetsOf(filters, thresholds),
      sort: sort && sortByOf(sort),
    }),
    [text, filters, thresholds, sort],
  )
  const finding = useFinding(status, query, state, client, isOn)

  const rows = useMemo(() => (finding ? withFirst(rowsFound(finding), first) : noRows), [finding, first])
  const offset = offsetOf(page, max)
  const onPage = useMemo(() => sliceRows(rows, offset, max), [rows, offset, max])
  const isReading = state === null || state.phase === 'counting' || state.phase === 'reading'
  const hasRows = rows.count > 0 || (finding !== null && state?.phase === 'done')
  const readAt = state?.readAt ?? 0
  const reading = useMemo<Reading>(
    () => ({
      data: hasRows ? rows : undefined,
      error: null,
      errorUpdatedAt: 0,
      isError: false,
      isFetching: isReading,
      dataUpdatedAt: readAt,
      retry: () => whole?.readAnew(),
    }),
    [hasRows, rows, isReading, readAt, whole],
  )
  const isWhole = state?.phase === 'done'
  const list = useMemo<PhotoList>(
    () => ({
      reading,
      rows: onPage,
      whole: rows,
      offset,
      total: isWhole && finding ? { total: rows.count, isExact: true, readAt } : null,
      hasNext: offset + onPage.count < rows.count,
      isCurrent: hasRows,
      isAwaitingNext: false,
      setIsAwaitingNext: () => {},
    }),
    [reading, onPage, rows, offset, isWhole, finding, readAt, hasRows],
  )
  const isAnyRead = (state?.read ?? 0) > 0
  const counts = useMemo(
    () => (finding && isAnyRead ? countsFrom(finding.found.counts) : null),
    [finding, isAnyRead],
  )
  const isNarrowed = query.words.length > 0 || isFiltered(filters)
  const sample = state?.index.rowAt(0)
  const sampleId = sample?.kind === 'photo' ? sample.photo.id : null
  return useMemo(
    () => ({ list, whole, state, counts, isNarrowed, sampleId }),
    [list, whole, state, counts, isNarrowed, sampleId],
  )
}

const noSubscription = () => () => {}
const noState = () => null

/** Loads the code for it when it is first wanted, and begins to read. */
function useWholeStatus(
  status: PhotoSearch['status'],
  client: QueryClient,
  isOn: boolean,
): WholeStatus | null {
  const [, setIsLoaded] = useState(false)
  const whole = isOn ? wholeStatus(status, client) : null
  useEffect(() => {
    if (!isOn) return
    if (whole) whole.use()
    else void loadWholeStatuses().then(() => setIsLoaded(true))
  }, [whole, isOn])
  return whole
}

/** What matches, found in slices; while it is found again, what was found before stays. */
function useFinding(
  status: string,
  query: Query<Row>,
  state: WholeState | null,
  client: QueryClient,
  isOn: boolean,
): Finding | null {
  const [finding, setFinding] = useState<Finding | null>(null)
  const [wasOn, setWasOn] = useState(isOn)
  // What was found for one search is not shown for the next one that begins.
  if (wasOn !== isOn) {
    setWasOn(isOn)
    setFinding(null)
  }
  const index = state?.index
  const version = state?.version
  // Finding takes longer than a frame may: it is not done while drawing.
  useEffect(() => {
    if (!isOn || !index || version === undefined) return
    const controller = new AbortController()
    const { signal } = controller
    learnNames(index, client)
    index.find(query, { signal, pause: yieldToBrowser }).then(
      (found) => setFinding({ found, index, status }),
      (error: unknown) => {
        if (!signal.aborted) throw error
      },
    )
    return () => controller.abort()
  }, [isOn, index, version, query, client, status])
  // Never the photos of another status.
  return isOn && finding?.status === status ? finding : null
}

/** Lists carry no names; where a photo's detail was read, it is found by its name too. */
function learnNames(index: RowIndex<Row>, client: QueryClient): void {
  for (const [, detail] of client.getQueriesData<PhotoDetail>({ queryKey: ['photo'] })) {
    if (detail?.cardholderName) index.addText(detail.photo.id, detail.cardholderName)
  }
}

function rowsFound({ found, index }: Finding): PhotoRows {
  const { slots } = found
  return {
    count: slots.length,
    at: (place) => (place >= 0 && place < slots.length ? index.rowAt(slots[place] ?? -1) : undefined),
    indexOf: (photoId) => index.placeOf(found, photoId),
  }
}

/** In front of the others, unless it is among them. */
function withFirst(rows: PhotoRows, first: Photo | null): PhotoRows {
  if (first === null || rows.indexOf(first.id) >= 0) return rows
  return {
    count: rows.count + 1,
    at: (index) => (index === 0 ? { kind: 'photo', photo: first } : rows.at(index - 1)),
    indexOf: (id) => (id === first.id ? 0 : rows.indexOf(id) < 0 ? -1 : rows.indexOf(id) + 1),
  }
}
