import type { RowKeys } from './order'

/** Which rows of an answer, by their place in it, nobody has seen yet, and which have changed since. */
export type Sifted = { fresh: number[]; changed: number[] }

export type GivenRows = {
  readonly count: number
  /**
   * Counts the rows of an answer as given. Those that cannot be read are told apart by their readable neighbours.
   *
   * @param isFirst nothing that was read before lies in front of the answer
   * @param isLast the list ends with it
   */
  sift(keys: readonly RowKeys[], isFirst: boolean, isLast: boolean): Sifted
  /** To be told when what was sifted has been handed on. */
  settle(): void
}

/** @param keptUpdated see `StatusReaderOptions`: a hundred thousand ids are not kept twice */
export function createGivenRows(keptUpdated?: (id: number) => number | null | undefined): GivenRows {
  const updatedOf = new Map<number, number | null>()
  const unreadable = new Set<string>()
  let count = 0

  /** A run of unreadable rows, from `begin` to before `end`; null where the answer ends before the neighbour is seen. */
  function siftUnreadable(begin: number, end: number, before: Neighbour, behind: Neighbour): number[] {
    const fresh: number[] = []
    for (let place = begin; place < end; place++) {
      const names: string[] = []
      if (before !== null) names.push(`${before}+${place - begin}`)
      if (behind !== null) names.push(`${behind}-${end - place}`)
      // Behind nothing known: it lies in front of a row that is linked, so it was given with what is in front of that.
      if (before !== null && !names.some((name) => unreadable.has(name))) {
        fresh.push(place)
        count++
      }
      for (const name of names) unreadable.add(name)
    }
    return fresh
  }

  return {
    get count() {
      return count
    },
    sift(keys, isFirst, isLast) {
      const fresh: number[] = []
      const changed: number[] = []
      let before: Neighbour = isFirst ? 'start' : null
      let begin = 0
      for (const [place, { id, updated }] of keys.entries()) {
        if (id === null) continue
        if (begin < place) fresh.push(...siftUnreadable(begin, place, before, id))
        before = id
        begin = place + 1
        const known = updatedOf.has(id) ? updatedOf.get(id) : keptUpdated?.(id)
        if (known === undefined) {
          fresh.push(place)
          count++
        } else if (!isNewer(updated, known)) continue
        else changed.push(place)
        updatedOf.set(id, updated)
      }
      if (begin < keys.length)
        fresh.push(...siftUnreadable(begin, keys.length, before, isLast ? 'end' : null))
      return { fresh, changed }
    },
    settle() {
      if (keptUpdated) updatedOf.clear()
    },
  }
}

type Neighbour = number | 'start' | 'end' | null

/** Answers may come out of turn: an older one tells nothing new. */
function isNewer(updated: number | null, known: number | null): boolean {
  return known === null ? updated !== null : updated !== null && updated > known
}
