/** Ways in which a server may give out its lists that no page of the API tells of. */
export type ListQuirks = {
  /** So many rows at most, however many are asked for. */
  atMost?: number
  /** So many rows less than asked for, though more follow; one at least. */
  fewer?: number
  /** Behind the end there are the last rows, or the first ones. */
  behindEnd?: 'last' | 'first'
  /** Every so many rows, one is listed twice. */
  doubleEvery?: number
  /** A status that is no filter is passed over, and every photo listed; else it is refused. */
  otherStatuses?: 'passed over'
}

export function listAnswer<T>(rows: readonly T[], offset: number, max: number, quirks: ListQuirks): T[] {
  const { atMost = max, fewer = 0, behindEnd, doubleEvery } = quirks
  const listed = doubleEvery
    ? rows.flatMap((row, place) => (place % doubleEvery === 1 ? [row, row] : [row]))
    : rows
  const most = Math.min(atMost, Math.max(max - fewer, Math.min(max, 1)))
  if (offset < listed.length || !behindEnd) return listed.slice(offset, offset + most)
  return behindEnd === 'first' ? listed.slice(0, most) : listed.slice(Math.max(0, listed.length - most))
}
