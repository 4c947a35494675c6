export type PageRead<T> = {
  /** Each photo once, and none that was shown before. */
  rows: readonly T[]
  /** The real place of the first row. */
  offset: number
  /** So many places of the list it takes: more than rows where photos are listed twice. */
  places: number
  /** Nothing follows: that was seen twice. */
  isEnd: boolean
  /** One answer was short, which may be the end. */
  isEndHinted: boolean
  /** Photos may have been passed over: the list kept moving, or answers did not get anywhere. */
  mayMiss: boolean
}

/** Page arithmetic. Pages count from 1, offsets from 0, `max` is the number of photos per page. */

export const offsetOf = (page: number, max: number): number => (page - 1) * max

/** The page that holds the row at `offset`, whatever the page size. */
export const pageOf = (offset: number, max: number): number => Math.floor(offset / max) + 1

export const pageCount = (total: number, max: number): number => Math.max(1, Math.ceil(total / max))

type PagePlace = Pick<PageRead<unknown>, 'offset' | 'places' | 'isEnd'>

/** The number of photos in a status, where a page or the one behind it was seen to be its end, else null. */
export function totalFrom(page: PagePlace, behind: Omit<PagePlace, 'offset'> | undefined): number | null {
  const last = page.offset + page.places
  return page.isEnd ? last : behind?.isEnd ? last + behind.places : null
}

const number = new Intl.NumberFormat('en')

/** "26–50 of 412", "26–50 of more than 50", or just "26–50" while nothing is known of what follows. */
export function rangeText(range: {
  offset: number
  rows: number
  total: number | null
  isMore: boolean
}): string {
  const { offset, rows, total, isMore } = range
  if (rows === 0) return total === null ? '' : `0 of ${number.format(total)}`
  const last = offset + rows
  const shown = `${number.format(offset + 1)}–${number.format(last)}`
  if (total !== null) return `${shown} of ${number.format(total)}`
  return isMore ? `${shown} of more than ${number.format(last)}` : shown
}
