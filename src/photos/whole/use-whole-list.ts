import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { useStore } from '../../base/store'
import { offsetOf } from '../../queue/page'
import type { Photo } from '../../cloudcard/photo'
import type { FilterCounts } from '../filters/filter-facets'
import { isFiltered, needsThresholds } from '../filters/filters'
import { noRows, sliceRows, type PhotoRows } from '../photo-rows'
import { leftIn } from '../left'
import type { ListSearch } from '../photo-search'
import { useDecided } from '../use-decisions'
import type { Thresholds } from '../../fields/kinds/grade'
import type { PhotoList, Reading } from '../use-page-list'
import type { Finding, Question } from './find-photos'
import { isLoadingWholeStatuses, loadWholeStatuses, wholeStatus } from './whole-statuses'
import type { WholeState, WholeStatus } from './whole-status'

export type WholeList = {
  list: PhotoList
  whole: WholeStatus | null
  state: WholeState | null
  counts: FilterCounts | null
  /** So many photos were looked through for what is shown. */
  searched: number
  /** The ids at that end of the status where photos arrive; null until it was read. */
  newest: readonly (number | null)[] | null
  /** What is asked, or what was asked before while that is being looked for. */
  shownFor: Question
  /** Only some of what was read is shown. */
  isNarrowed: boolean
  /** Any photo that was read, whether it matches or not; for learning the organization. */
  sampleId: number | null
}

/**
 * All photos of a status that match, in the order asked for, as one list; nothing is read while it is off.
 *
 * @param thresholds undefined while they may still be learnt: until then no photo is good or bad
 * @param first found otherwise, before the status was read that far
 */
export function useWholeList(
  search: ListSearch,
  text: string,
  thresholds: Thresholds | null | undefined,
  first: Photo | null,
  isOn: boolean,
): WholeList {
  const { status, page, max, filters, sort } = search
  const client = useQueryClient()
  const { whole, problem, load } = useWholeStatus(status, client, isOn)
  const isLoading = useStore(isLoadingWholeStatuses)
  const state = useSyncExternalStore(whole?.state.subscribe ?? noSubscription, whole?.state.get ?? noState)
  const question = useMemo<Question>(
    () => ({ text, filters, thresholds: thresholds ?? null, sort }),
    [text, filters, thresholds, sort],
  )
  const isTooEarly = thresholds === undefined && needsThresholds(filters)
  const finding = useFinding(isTooEarly ? null : whole, state, question)

  const rows = useMemo(() => {
    const found = finding?.rows ?? noRows
    return first && whole?.passes(first, question) ? withFirst(found, first) : found
  }, [finding, first, whole, question])
  const offset = offsetOf(page, max)
  const onPage = useMemo(() => sliceRows(rows, offset, max), [rows, offset, max])
  const decided = useDecided(status)
  const left = useMemo(
    () => leftIn(rows, decided, { from: offset, count: onPage.count }),
    [rows, decided, offset, onPage],
  )
  // Of what was asked before there may be no such page, and that is no reason to leave it.
  const shownFor = finding?.question ?? question
  const isComing = shownFor !== question && onPage.count === 0
  const isReading =
    state === null
      ? problem === null || isLoading
      : isComing ||
        ['counting', 'reading', 'updating'].includes(state.phase) ||
        (isTooEarly && state.phase === 'done')
  const isComplete = finding?.isAll === true && finding.index === state?.index
  const hasRows = (rows.count > 0 || isComplete) && !isComing
  const readAt = state?.readAt ?? 0
  const reading = useMemo<Reading>(
    () => ({
      data: hasRows ? rows : undefined,
      error: problem,
      errorUpdatedAt: 0,
      isError: problem !== null,
      isFetching: isReading,
      readAt,
      retry: () => (whole ? whole.readAnew() : load()),
    }),
    [hasRows, rows, isReading, readAt, whole, problem, load],
  )
  const list = useMemo<PhotoList>(
    () => ({
      reading,
      rows: onPage,
      whole: rows,
      offset,
      left,
      total: isComplete ? { total: left.total, isExact: true, readAt } : null,
      isUncounted: false,
      hasNext: offset + onPage.count < rows.count,
      mayMiss: false,
      isCurrent: hasRows,
      isAwaitingNext: false,
      setIsAwaitingNext: () => {},
    }),
    [reading, onPage, rows, offset, left, isComplete, readAt, hasRows],
  )
  const searched = finding?.searched ?? 0
  const counts = useMemo(() => {
    if (!finding || finding.searched === 0) return null
    const gone = [...decided.ids].filter((id) => {
      const row = finding.index.get(id)
      return row?.kind === 'photo' && decided.hasLeft(row.photo)
    })
    return gone.length === 0 ? finding.counts : finding.countsWithout(gone)
  }, [finding, decided])
  const isNarrowed = text.trim() !== '' || isFiltered(filters)
  const sampleId = state && state.version > 0 ? firstPhotoId(state.index) : null
  const newest = isComplete ? finding.newest : null
  return useMemo(
    () => ({ list, whole, state, counts, searched, newest, shownFor, isNarrowed, sampleId }),
    [list, whole, state, counts, searched, newest, shownFor, isNarrowed, sampleId],
  )
}

const noSubscription = () => () => {}
const noState = () => null

/** Loads the code for it when it is first wanted, and begins to read; goes on by itself once the network is back. */
function useWholeStatus(
  status: ListSearch['status'],
  client: QueryClient,
  isOn: boolean,
): { whole: WholeStatus | null; problem: Error | null; load: () => void } {
  // Set anew each time it was tried, so that what is loaded by then is looked up again.
  const [tried, setTried] = useState<{ problem: Error | null }>({ problem: null })
  const load = useCallback(() => {
    loadWholeStatuses().then(
      () => setTried({ problem: null }),
      (problem: Error) => setTried({ problem }),
    )
  }, [])
  const whole = isOn ? wholeStatus(status, client) : null
  useEffect(() => {
    if (!isOn) return
    if (whole) whole.use()
    else load()
    const goOn = () => {
      if (!whole) load()
      else if (whole.state.get().phase === 'failed') whole.goOn()
    }
    window.addEventListener('online', goOn)
    return () => window.removeEventListener('online', goOn)
  }, [whole, isOn, load])
  return { whole, problem: whole || !isOn ? null : tried.problem, load }
}

/** What matches; while it is found again, what was found before stays. */
function useFinding(
  whole: WholeStatus | null,
  state: WholeState | null,
  question: Question,
): (Finding & { isAll: boolean }) | null {
  const [last, setLast] = useState<{ of: WholeStatus; finding: Finding; isAll: boolean } | null>(null)
  // What was found in one status, or in an earlier search, is not shown for the next one.
  if (last !== null && last.of !== whole) setLast(null)
  const { data: names } = useQuery(namesQuery)
  const index = state?.index
  const version = state?.version
  const isAll = state?.isComplete === true
  // It takes longer than a frame may: it is not done while drawing.
  useEffect(() => {
    if (!whole || !index || version === undefined) return
    const controller = new AbortController()
    const { signal } = controller
    // Lists carry no names; where a photo's detail was read, it is found by its name too.
    for (const [photoId, name] of names ?? []) index.addText(photoId, name)
    whole.find(index, question, signal).then(
      (finding) => setLast({ of: whole, finding, isAll }),
      (error: unknown) => {
        if (!signal.aborted) throw error
      },
    )
    return () => controller.abort()
  }, [whole, index, version, isAll, question, names])
  return useMemo(
    () => (last !== null && last.of === whole ? { ...last.finding, isAll: last.isAll } : null),
    [last, whole],
  )
}

function firstPhotoId({ rowAt, size }: WholeState['index']): number | null {
  for (let slot = 0; slot < size; slot++) {
    const row = rowAt(slot)
    if (row?.kind === 'photo') return row.photo.id
  }
  return null
}

/** In front of the others, unless it is among them. */
function withFirst(rows: PhotoRows, first: Photo): PhotoRows {
  if (rows.indexOf(first.id) >= 0) return rows
  return {
    count: rows.count + 1,
    at: (index) => (index === 0 ? { kind: 'photo', photo: first } : rows.at(index - 1)),
    indexOf: (id) => (id === first.id ? 0 : rows.indexOf(id) < 0 ? -1 : rows.indexOf(id) + 1),
    placesOf: (ids) => [...(ids.has(first.id) ? [0] : []), ...rows.placesOf(ids).map((place) => place + 1)],
  }
}
