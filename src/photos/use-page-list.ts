import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { totalFrom } from '../queue/page'
import { firstAfter, lastBefore } from '../queue/page-start'
import { useTotal, type KnownCount } from './counts'
import { useStore } from '../base/store'
import { decidedBetween, madeDecisions } from '../desk/decided'
import { forgetDecidedRows, pageQuery } from './page-query'
import { leftBehind, leftIn, type Left } from './left'
import { useCountShift } from './use-count-shift'
import { useDecided } from './use-decisions'
import { pageStart, rememberPage } from './page-starts'
import { noRows, rowsOf, type PhotoRows } from './photo-rows'
import type { ListSearch } from './photo-search'

/** Up to this many per page the whole next page is read ahead; above it one row tells whether there is one. */
const readAheadAtMost = 100

/** How the rows were read; the same object as long as nothing of it changes. */
export type Reading = Pick<UseQueryResult, 'error' | 'errorUpdatedAt' | 'isError' | 'isFetching'> & {
  /** Anything but undefined where there are rows to show. */
  data: unknown
  /** When they were read, by `browserClock`; 0 where there are none yet. */
  readAt: number
  retry: () => void
}

/** The same object as long as nothing of it changes. */
export type PhotoList = {
  reading: Reading
  rows: PhotoRows
  /** Everything that the page is a part of, where all of it is at hand; else its neighbours have to be read. */
  whole: PhotoRows | null
  /** The place of the first row, from 0, wherever it was found. */
  offset: number
  /** What of it is left to decide, with the places of its rows among those. */
  left: Left
  /** How many are left in all, exactly, where it is known. */
  total: KnownCount | null
  /** It could not be counted. */
  isUncounted: boolean
  hasNext: boolean | 'unknown'
  /** Photos may have been passed over between the pages. */
  mayMiss: boolean
  /** The rows shown belong to the page asked for, not to the one before it. */
  isCurrent: boolean
  /** Somebody waits to know whether there is a next page; going elsewhere is a change of mind. */
  isAwaitingNext: boolean
  setIsAwaitingNext: (isAwaiting: boolean) => void
}

/** The page that the address asks for, and what lies behind it; nothing is read while it is off. */
export function usePageList({ status, page, max }: ListSearch, isOn: boolean): PhotoList {
  const place = `${status} ${page} ${max}`
  const [awaitingAt, setAwaitingAt] = useState<string | null>(null)
  const isAwaitingNext = awaitingAt === place
  const start = pageStart({ status, page, max })
  const current = useQuery({
    ...pageQuery({ status, max, start }),
    enabled: isOn,
    // Old rows stay while the next page comes, but never under another status's heading.
    placeholderData: (previous, query) => (query?.queryKey[1] === status ? previous : undefined),
  })
  const isCurrent = isOn && current.data !== undefined && !current.isPlaceholderData
  const shown = isCurrent ? current.data : null
  useForgetDecidedRows(place)
  // Who was shown before this page and has left since has moved it forward.
  useStore(madeDecisions)
  const gone = shown ? decidedBetween(status, shown.readAt) : null
  const moved = gone ? start.before.flat().filter((id) => id !== null && gone.has(id)).length : 0
  const offset = (shown?.offset ?? start.offset) - moved
  const count = shown?.places ?? 0
  // What is turned to next follows what is shown here. Told while drawing: who reads on in the same breath begins there.
  const behind = useMemo(
    () => (shown ? rememberPage({ status, page, max }, shown) : null),
    [status, page, max, shown],
  )

  const askedBehind = max <= readAheadAtMost ? max : 1
  const isGoingOn = shown !== null && count > 0 && !shown.isEnd
  const ahead = useQuery({
    ...pageQuery({ status, max: askedBehind, start: behind ?? start }),
    enabled: isGoingOn,
    meta: { isAhead: !isAwaitingNext },
  })
  const pageBehind = isGoingOn ? ahead.data : undefined
  const rowsBehind = pageBehind?.rows.length ?? null
  // By its number alone a page may lie behind the end, and be answered with rows from elsewhere: then the next answer
  // has the same rows at other places.
  const isByNumber = start.offset > 0 && lastBefore(start) === null && firstAfter(start) === null
  const isInPlace = !isByNumber || pageBehind?.offset === (shown?.offset ?? 0) + count
  const { count: counted, hasFailed } = useTotal(status, {
    proven: shown ? totalFrom(shown, isInPlace ? pageBehind : undefined) : null,
    readAt: shown?.readAt ?? 0,
    // Never in the way of the page itself, nor of the one behind it.
    canCount: shown !== null && (!isGoingOn || rowsBehind !== null || ahead.isError),
    ...(count === 0 ? { atMost: offset } : { atLeast: offset + count + (rowsBehind ?? 0) }),
  })
  const shifted = useCountShift()
  // A number that what is on the screen contradicts is not shown.
  const isElsewhere = isByNumber && !isInPlace && counted?.isExact === true && offset >= counted.total
  const isPossible =
    counted?.isExact === true &&
    (count === 0 || isElsewhere || counted.total >= offset + count + (rowsBehind ?? 0))
  // A photo that is listed twice is shown and counted once.
  const doubles = count - (shown?.rows.length ?? 0)
  const total = useSame(isPossible ? shifted(status, { ...counted, total: counted.total - doubles }) : null)

  const hasNext = isGoingOn && (rowsBehind === null ? (ahead.isError ? true : 'unknown') : rowsBehind > 0)
  const setIsAwaitingNext = useCallback(
    (isAwaiting: boolean) => setAwaitingAt(isAwaiting ? place : null),
    [place],
  )

  const { data, error, errorUpdatedAt, isError, isFetching, refetch } = current
  const readAt = data?.readAt ?? 0
  const reading = useMemo<Reading>(
    () => ({ data, error, errorUpdatedAt, isError, isFetching, readAt, retry: () => void refetch() }),
    [data, error, errorUpdatedAt, isError, isFetching, readAt, refetch],
  )
  // The page was all that one answer had, and it had too little: now that this is known, the page is read on.
  const refilled = useRef<string | null>(null)
  const isCutShort =
    shown !== null && shown.isEndHinted && count < max && rowsBehind !== null && rowsBehind > 0
  useEffect(() => {
    if (!isCutShort || refilled.current === place) return
    refilled.current = place
    void refetch()
  }, [isCutShort, place, refetch])

  const listed = isElsewhere ? undefined : data?.rows
  const rows = useMemo(() => (listed ? rowsOf(listed) : noRows), [listed])
  const mayMiss = shown?.mayMiss === true || pageBehind?.mayMiss === true
  const decided = useDecided(status)
  const onPage = useMemo(() => leftIn(rows, decided, { from: 0, count: rows.count }), [rows, decided])
  // Those who are about to leave from before this page still have their place at CloudCard, but count no more here. Where it
  // is not known who is before it, what is left in all tells.
  const leaving = start.before.flat().filter((id) => id !== null && decided.waiting.has(id)).length
  const most = total === null ? offset : total.total - onPage.count
  const before = Math.max(0, Math.min(offset - leaving, most))
  const left = useMemo(() => leftBehind(before, onPage), [before, onPage])
  return useMemo(
    () => ({
      reading,
      rows,
      whole: null,
      offset,
      left,
      total,
      isUncounted: hasFailed && total === null,
      hasNext,
      mayMiss,
      isCurrent,
      isAwaitingNext,
      setIsAwaitingNext,
    }),
    [
      reading,
      rows,
      offset,
      left,
      total,
      hasFailed,
      hasNext,
      mayMiss,
      isCurrent,
      isAwaitingNext,
      setIsAwaitingNext,
    ],
  )
}

/** Turning the page, or going to another list, lets go of the rows that were decided. */
function useForgetDecidedRows(place: string): void {
  const client = useQueryClient()
  const last = useRef(place)
  // Once the other page is shown: before that its own rows would be read twice.
  useEffect(() => {
    if (last.current !== place) forgetDecidedRows(client)
    last.current = place
  }, [client, place])
}

/** The same object as long as it says the same. */
function useSame(count: KnownCount | null): KnownCount | null {
  const [same, setSame] = useState(count)
  const isSame = same?.total === count?.total && same?.readAt === count?.readAt
  if (!isSame) setSame(count)
  return isSame ? same : count
}
