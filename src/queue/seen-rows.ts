import { idOrderOf, type IdOrder } from './news'
import type { RowIds } from './page-start'

/** By chance so many ids come in order in less than one of a thousand lists. */
const enoughIds = 7

/**
 * Rows that were shown on one side of a page, to tell in an answer where they end.
 *
 * @param shown their ids, those that are nearest to what is looked for last
 */
export function createSeenRows(shown: (number | null)[]) {
  const rankOf = new Map<number, number>()
  let last: number | null = null
  let isContradicted = false
  let order: IdOrder = 'unknown'

  const isBehind = (id: number, other: number) => (order === 'descending' ? id < other : id > other)
  const isInIdOrder = () => order !== 'unknown' && !isContradicted

  function note(id: number) {
    rankOf.set(id, rankOf.size)
    last = id
  }

  function learnFromShown() {
    if (order === 'unknown' && rankOf.size >= enoughIds) order = idOrderOf([...rankOf.keys()])
  }

  /** Few rows were shown: an answer tells the order of the list as well, where they agree with it. */
  function learnFrom(ids: RowIds) {
    if (order !== 'unknown' || isContradicted || rankOf.size < 2) return
    const known = ids.filter((id) => id !== null)
    if (known.length < enoughIds) return
    order = idOrderOf(known)
    if (order !== 'unknown' && !fitsIdOrder([...rankOf.keys()])) order = 'unknown'
  }

  /** Doubles may stand beside each other. */
  function fitsIdOrder(ids: RowIds): boolean {
    const known = ids.filter((id) => id !== null)
    return known.every((id, place) => place === 0 || !isBehind(known[place - 1] ?? id, id))
  }

  function edgeById(ids: RowIds): number {
    const edge = last
    return edge === null ? -1 : ids.findLastIndex((id) => id !== null && !isBehind(id, edge))
  }

  /** The nearest of those that are known: another one may be listed once more further on. */
  function edgeByRank(ids: RowIds): number {
    let edge = -1
    let highest = -1
    for (const [place, id] of ids.entries()) {
      const rank = id === null ? undefined : rankOf.get(id)
      if (rank !== undefined && rank >= highest) [edge, highest] = [place, rank]
    }
    noteMoves(ids.slice(0, edge))
    // The one that was shown just before it comes right behind: they run the other way now.
    const behind = ids.slice(edge + 1).find((id) => id !== null)
    if (highest > 0 && behind != null && rankOf.get(behind) === highest - 1) seen.hasMoved = true
    return edge
  }

  function noteMoves(ids: RowIds) {
    let highest = -1
    for (const id of ids) {
      if (id === null) continue
      const rank = rankOf.get(id) ?? -1
      if (rank < highest || rank < 0) seen.hasMoved = true
      highest = Math.max(highest, rank)
    }
  }

  /** Rows that could not be read have no id to be known by: those right behind the last row that was shown were shown too. */
  function unreadableShownBehind(edge: number, ids: RowIds): number {
    const lastKnown = shown.findLastIndex((id) => id !== null)
    if (ids[edge] !== shown[lastKnown]) return 0
    const behind = ids.slice(edge + 1, edge + shown.length - lastKnown)
    const readable = behind.findIndex((id) => id !== null)
    return readable < 0 ? behind.length : readable
  }

  const seen = {
    size: () => rankOf.size,
    /** The id of the nearest row. */
    last: () => shown.at(-1),
    /** Takes the next row that is shown; false where it was shown before. */
    add(id: number | null): boolean {
      shown.push(id)
      if (id === null) return true
      if (rankOf.has(id)) return false
      if (last !== null && order !== 'unknown' && !isBehind(id, last)) isContradicted = true
      note(id)
      learnFromShown()
      return true
    },
    /** The place in an answer, listed towards what is looked for, from which on all is unseen; null where nothing of it was seen. */
    unseenIn(ids: RowIds): number | null {
      learnFrom(ids)
      if (isInIdOrder() && !fitsIdOrder(ids)) {
        isContradicted = true
        // A single one out of turn may have been changed; all of them, and the list itself was turned.
        if (fitsIdOrder(ids.toReversed())) seen.hasMoved = true
      }
      const edge = isInIdOrder() ? edgeById(ids) : edgeByRank(ids)
      if (edge < 0) return null
      let place = edge + 1 + unreadableShownBehind(edge, ids)
      // Listed twice.
      while (rankOf.has(ids[place] ?? Number.NaN)) place++
      return place
    },
    /** No answer has contradicted that ids run in one direction. */
    isInIdOrder,
    /** What was seen stood in another order, or with unseen rows among it: photos may have moved past. */
    hasMoved: false,
  }
  for (const id of shown) if (id !== null && !rankOf.has(id)) note(id)
  learnFromShown()
  return seen
}
