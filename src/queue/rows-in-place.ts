import type { RowKeys } from './order'

type Ids = readonly (number | null)[]
type Part = { offset: number; keys: readonly RowKeys[]; isAlone: boolean }

/** Whether rows that are read again are where they were, as far as answers that follow each other tell. */
export type RowsInPlace = {
  /** Every row that was read again was exactly where it had been. */
  readonly isStill: boolean
  /** The ids of the first answer. */
  readonly head: Ids
  /** Where the last answer ended. */
  readonly end: number
  /** @param enough fewer rows that are where they were say little of the others */
  compare: (answer: Part, enough: number) => void
  /** Whether the last answer has any of these rows, or all of them; null where there was none. */
  hasSome: (keys: readonly RowKeys[]) => boolean | null
  hasAll: (keys: readonly RowKeys[]) => boolean
  noteMove: () => void
}

export function createRowsInPlace(): RowsInPlace {
  let isStill = true
  let head: Ids = []
  let previous: { offset: number; ids: Ids } | null = null
  return {
    get isStill() {
      return isStill
    },
    get head() {
      return head
    },
    get end() {
      return previous === null ? 0 : previous.offset + previous.ids.length
    },
    compare({ offset, keys, isAlone }, enough) {
      const ids = keys.map(({ id }) => id)
      if (previous === null) head = ids
      else {
        const shift = offset - previous.offset
        const readAgain = shift < 0 ? [] : previous.ids.slice(shift)
        if (!isAlone || readAgain.length < enough || !isStartOf(ids, readAgain)) isStill = false
      }
      previous = { offset, ids }
    },
    hasSome(keys) {
      if (previous === null) return null
      const ids = new Set(previous.ids)
      return keys.some(({ id }) => id !== null && ids.has(id))
    },
    hasAll(keys) {
      const ids = new Set(previous?.ids)
      return keys.every(({ id }) => ids.has(id))
    },
    noteMove() {
      isStill = false
    },
  }
}

function isStartOf(ids: Ids, start: Ids): boolean {
  return ids.length >= start.length && start.every((id, place) => id === ids[place])
}
