import type { RowKeys } from './order'

type Ids = readonly (number | null)[]
type Part = { offset: number; keys: readonly RowKeys[]; isAlone: boolean }

/** Whether rows that are read again are where they were, as far as answers that follow each other tell. */
export function createRowsInPlace() {
  let previous: { offset: number; ids: Ids } | null = null
  const inPlace = {
    /** Every row that was read again was exactly where it had been. */
    isStill: true,
    /** The ids of the first answer. */
    head: [] as Ids,
    /** Where the last answer ended. */
    end: 0,
    /** @param enough fewer rows that are where they were say little of the others */
    compare({ offset, keys, isAlone }: Part, enough: number) {
      const ids = keys.map(({ id }) => id)
      if (previous === null) inPlace.head = ids
      else {
        const shift = offset - previous.offset
        const readAgain = shift < 0 ? [] : previous.ids.slice(shift)
        const isSame = readAgain.every((id, place) => place < ids.length && id === ids[place])
        if (!isAlone || readAgain.length < enough || !isSame) inPlace.isStill = false
      }
      previous = { offset, ids }
      inPlace.end = offset + ids.length
    },
    /** Whether the last answer has any of these rows, or there was none. */
    hasSome(keys: readonly RowKeys[]): boolean {
      const ids = new Set(previous?.ids)
      return previous === null || keys.some(({ id }) => id !== null && ids.has(id))
    },
    hasAll(keys: readonly RowKeys[]): boolean {
      const ids = new Set(previous?.ids)
      return keys.every(({ id }) => ids.has(id))
    },
  }
  return inPlace
}
