/** What has happened at the end of a list where newer photos arrive. */
export type News =
  | { kind: 'none' }
  /** So many have arrived; `isMore`: at least, for all that was read is new. */
  | { kind: 'arrived'; count: number; isMore: boolean }
  /** Something is different, but nobody knows the order well enough to tell what. */
  | { kind: 'changed' }

export type IdOrder = 'descending' | 'ascending' | 'unknown'

type Ids = readonly (number | null)[]

/** Newer photos have greater ids; with less than two of them nothing is known. */
export function idOrderOf(ids: Ids): IdOrder {
  const known = ids.filter((id) => id !== null)
  const isAlong = (sign: 1 | -1) =>
    known.every((id, place) => place === 0 || sign * (id - (known[place - 1] ?? 0)) > 0)
  if (known.length < 2) return 'unknown'
  return isAlong(-1) ? 'descending' : isAlong(1) ? 'ascending' : 'unknown'
}

/**
 * @param known the ids at that end when the list was read
 * @param now the ids at that end now; who has left is no news
 */
export function newsBetween(known: Ids, now: Ids): News {
  const order = idOrderOf([...known]) === 'unknown' ? idOrderOf(now) : idOrderOf(known)
  if (order === 'unknown' && Math.max(known.length, now.length) > 1) {
    const isSame = known.length === now.length && known.every((id, place) => id === now[place])
    return { kind: isSame ? 'none' : 'changed' }
  }
  const newest = Math.max(-1, ...known.filter((id) => id !== null))
  const count = now.filter((id) => id !== null && id > newest).length
  if (count === 0) return { kind: 'none' }
  return { kind: 'arrived', count, isMore: count === now.length && known.length > 0 }
}
