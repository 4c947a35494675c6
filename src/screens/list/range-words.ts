import { wallTimeOf } from '../../base/clock'
import { pageCount, rangeText } from '../../queue/page'
import type { ListSearch } from '../../photos/photo-search'
import { photosOf } from '../../fields/status'
import { clockTime } from '../../fields/kinds/time'
import type { Left } from '../../photos/left'
import type { PhotoList } from '../../photos/use-page-list'
import type { ShownList } from '../../photos/sources/shown-list'

export function waitingWords({ status, page }: ListSearch): string {
  return page > 1 ? `Loading page ${page}…` : `Loading ${photosOf(status)}…`
}

/** The place in the queue, or among those that match, and how far that goes. */
export function rangeWords(shown: ShownList): string {
  const { search, list } = shown
  const { reading, rows, left, total, isUncounted, hasNext, isCurrent } = list
  if (shown.whole) return wholeWords(shown)
  if (reading.isError && reading.data === undefined) return 'Could not load'
  if (!isCurrent) return waitingWords(search)
  const range = leftWords(left, rows.count, total?.total ?? null, hasNext === true)
  if (isUncounted) return `${range} (not counted: Refresh tries again)`
  // Counted at another time than the page was read, so it says when.
  const countedAt = total && clockTime(wallTimeOf(total.readAt))
  return countedAt && countedAt !== clockTime(wallTimeOf(reading.readAt))
    ? `${range} as of ${countedAt}`
    : range
}

function wholeWords({ search, list, whole }: ShownList): string {
  const { state, isNarrowed, searched = 0 } = whole ?? {}
  const isAll = list.total !== null && state?.limit === null && state.isProven
  if (!list.isCurrent && searched === 0) {
    return state?.phase === 'asking' || state?.phase === 'failed' ? '' : waitingWords(search)
  }
  const what = isNarrowed ? ' that match' : ''
  const range = leftWords(list.left, list.rows.count, list.left.total, false, what)
  return isAll ? range : `${range}, of ${searched.toLocaleString('en')} loaded`
}

/** The rows that are left, and how many were decided: those keep their rows until the page is turned. */
function leftWords(
  { offset, count }: Left,
  rows: number,
  total: number | null,
  isMore: boolean,
  what = '',
): string {
  const decided = `${(rows - count).toLocaleString('en')} decided`
  if (rows > 0 && count === 0)
    return total === null ? decided : `${decided}, ${total === 0 ? 'none' : total.toLocaleString('en')} left`
  const range = `${rangeText({ offset, rows: count, total, isMore })}${what}`
  return rows === count ? range : `${range}, ${decided}`
}

/** Counted on from the page that is shown: where photos have left before it, its number is higher than its place says. */
export function pagesOf(
  { page, max }: ListSearch,
  { total, isCurrent, left, rows, whole }: PhotoList,
): number | null {
  if (total === null) return null
  // Those that were decided are on its pages too.
  if (whole) return pageCount(whole.count, max)
  const count = pageCount(total.total, max)
  if (!isCurrent || rows.count === 0) return count
  return Math.max(count, page + Math.ceil((total.total - left.offset - left.count) / max))
}
