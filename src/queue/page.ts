/** Page arithmetic. Pages count from 1, offsets from 0, `max` is the number of photos per page. */

export function offsetOf(page: number, max: number): number {
  return (page - 1) * max
}

/** The page that holds the row at `offset`, whatever the page size. */
export function pageOf(offset: number, max: number): number {
  return Math.floor(offset / max) + 1
}

export function pageCount(total: number, max: number): number {
  return Math.max(1, Math.ceil(total / max))
}

/**
 * The number of photos in a status, where the pages read so far prove it, else null:
 * a page that is neither full nor empty ends the queue, and so does an empty one behind a full one.
 *
 * @param rows how many rows the page at `offset` has
 * @param rowsBehind how many rows were found behind it by asking for `askedBehind`; null while not known
 */
export function totalFrom(page: {
  offset: number
  max: number
  rows: number
  rowsBehind: number | null
  askedBehind: number
}): number | null {
  const { offset, max, rows, rowsBehind, askedBehind } = page
  if (rows < max) return rows > 0 || offset === 0 ? offset + rows : null
  if (rowsBehind === null) return null
  return rowsBehind < askedBehind ? offset + rows + rowsBehind : null
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
