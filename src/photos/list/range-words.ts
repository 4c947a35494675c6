import { pageCount, rangeText } from '../../queue/page'
import type { PhotoSearch } from '../photo-search'
import { photosOf } from '../../photo/status'
import { clockTime } from '../../photo/time'
import type { PhotoList } from '../use-page-list'
import type { ShownList } from './photo-list-body'

export function waitingWords({ status, page }: PhotoSearch): string {
  return page > 1 ? `Reading page ${page}…` : `Reading the ${photosOf(status)}…`
}

/** The place in the queue, or among those that match, and how far that goes. */
export function rangeWords(shown: ShownList): string {
  const { search, list } = shown
  const { reading, rows, offset, total, hasNext, isCurrent } = list
  if (shown.whole) return wholeWords(shown)
  if (reading.isError && reading.data === undefined) return 'Could not read'
  if (!isCurrent) return waitingWords(search)
  const range = rangeText({ offset, rows: rows.count, total: total?.total ?? null, isMore: hasNext === true })
  // Counted at another time than the page was read, so it says when.
  const countedAt = total && clockTime(total.readAt)
  return countedAt && countedAt !== clockTime(reading.dataUpdatedAt) ? `${range} as of ${countedAt}` : range
}

function wholeWords({ search, list, whole }: ShownList): string {
  const { state, isNarrowed, searched = 0 } = whole ?? {}
  const matching = list.whole?.count ?? 0
  const isAll = list.total !== null && state?.limit === null
  if (!list.isCurrent && searched === 0) {
    return state?.phase === 'asking' || state?.phase === 'failed' ? '' : waitingWords(search)
  }
  const range = rangeText({ offset: list.offset, rows: list.rows.count, total: matching, isMore: false })
  const what = isNarrowed ? ' that match' : ''
  return isAll ? `${range}${what}` : `${range}${what}, of ${searched.toLocaleString('en')} read`
}

export function positionText(position: number | null, total: number | null): string {
  if (position === null) return ''
  const place = position.toLocaleString('en')
  return total === null ? place : `${place} of ${total.toLocaleString('en')}`
}

/** Counted on from the page that is shown: where photos have left before it, its number is higher than its place says. */
export function pagesOf(
  { page, max }: PhotoSearch,
  { total, isCurrent, offset, rows }: PhotoList,
): number | null {
  if (total === null) return null
  const count = pageCount(total.total, max)
  if (!isCurrent || rows.count === 0) return count
  return Math.max(count, page + Math.ceil((total.total - offset - rows.count) / max))
}
