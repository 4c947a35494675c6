/** Reads `max` rows (1..1000) from `offset`; fewer may be the end of the list. */
export type ReadRows<T> = (offset: number, max: number) => Promise<readonly T[]>

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

/** So many rows are read again, to find one that is known among them. */
export const overlap = 10
/** A page is read with so many requests at most, whatever the answers are. */
export const mostRequests = 40
/** What answers with nothing new so often will not do otherwise. */
export const mostInVain = 12
