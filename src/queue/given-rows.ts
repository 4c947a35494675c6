import type { RowKeys } from './order'

type Neighbour = number | 'start' | 'end' | null

/** @param keptUpdated see `StatusReaderOptions`: a hundred thousand ids are not kept twice */
export function createGivenRows(keptUpdated?: (id: number) => number | null | undefined) {
  const updatedOf = new Map<number, number | null>()
  const unreadable = new Set<string>()

  /** A run of unreadable rows, from `begin` to before `end`; null where the answer ends before the neighbour is seen. */
  function siftUnreadable(begin: number, end: number, before: Neighbour, behind: Neighbour): number[] {
    const fresh: number[] = []
    for (let place = begin; place < end; place++) {
      const names: string[] = []
      if (before !== null) names.push(`${before}+${place - begin}`)
      if (behind !== null) names.push(`${behind}-${end - place}`)
      // Behind nothing known: it lies in front of a row that is linked, so it was given with what is in front of that.
      if (before !== null && !names.some((name) => unreadable.has(name))) fresh.push(place)
      for (const name of names) unreadable.add(name)
    }
    return fresh
  }

  const given = {
    count: 0,
    /**
     * Counts the rows of an answer as given: gives which of them, by their place in it, nobody has seen yet, and which have
     * changed since. Those that cannot be read are told apart by their readable neighbours.
     *
     * @param isFirst nothing that was read before lies in front of the answer
     * @param isLast the list ends with it
     */
    sift(keys: readonly RowKeys[], isFirst: boolean, isLast: boolean) {
      const fresh: number[] = []
      const changed: number[] = []
      let before: Neighbour = isFirst ? 'start' : null
      let begin = 0
      for (const [place, { id, updated }] of keys.entries()) {
        if (id === null) continue
        fresh.push(...siftUnreadable(begin, place, before, id))
        before = id
        begin = place + 1
        const known = updatedOf.has(id) ? updatedOf.get(id) : keptUpdated?.(id)
        if (known === undefined) fresh.push(place)
        else if (isNewer(updated, known)) changed.push(place)
        else continue
        updatedOf.set(id, updated)
      }
      fresh.push(...siftUnreadable(begin, keys.length, before, isLast ? 'end' : null))
      given.count += fresh.length
      return { fresh, changed }
    },
    /** To be told when what was sifted has been handed on. */
    settle() {
      if (keptUpdated) updatedOf.clear()
    },
  }
  return given
}

/** Answers may come out of turn: an older one tells nothing new. */
function isNewer(updated: number | null, known: number | null): boolean {
  return updated !== null && (known === null || updated > known)
}
