import { wallTimeOf } from '../../base/clock'
import { rangeText } from '../../queue/page'
import type { ListSearch } from '../../photos/photo-search'
import { photosOf } from '../../fields/status'
import { clockTime } from '../../fields/kinds/time'
import type { Left } from '../../photos/left'
import type { PhotoList } from '../../photos/sources/photo-list'

export function waitingWords({ status, page }: ListSearch): string {
  return page > 1 ? `Loading page ${page}…` : `Loading ${photosOf(status)}…`
}

/** The place in the queue, or among those that match, and how far that goes. */
export function rangeWords(list: PhotoList): string {
  const { search, reading, rows, left, total, searched, reader } = list
  if (!list.isCurrent && searched === 0) {
    if (reading.isError && reading.data === undefined) return 'Could not load'
    return reader?.state.phase === 'asking' || reader?.state.phase === 'failed' ? '' : waitingWords(search)
  }
  // Of those that were looked through, however many that are so far.
  const amount = total?.total ?? (reader ? left.total : null)
  const what = list.isNarrowed ? ' that match' : ''
  const range = leftWords(left, rows.count, amount, list.hasNext === true, what)
  if (reader && !(list.hasAll && reader.state.isProven))
    return `${range}, of ${searched.toLocaleString('en')} loaded`
  if (list.isUncounted) return `${range} (not counted: Refresh tries again)`
  // Counted at another time than the page was read, so it says when.
  const countedAt = total && clockTime(wallTimeOf(total.readAt))
  return countedAt && countedAt !== clockTime(wallTimeOf(reading.readAt))
    ? `${range} as of ${countedAt}`
    : range
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
