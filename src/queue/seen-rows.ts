import type { RowKeys } from './list-order'

/** A row that was not seen before, or one that has changed since. */
export type Sighting<T> = { fresh: T[]; changed: T[] }

/** Which rows were seen, each once; those that could not be read are told by the row in front of them. */
export function createSeenRows<T>(keysOf: (row: T) => RowKeys) {
  const updatedOf = new Map<number, number | null>()
  const unreadable = new Set<string>()
  let count = 0

  return {
    get count() {
      return count
    },
    has: (id: number) => updatedOf.has(id),
    isAsBefore: ({ id, updated }: RowKeys) =>
      id !== null && updatedOf.get(id) === updated && updatedOf.has(id),
    /** @param isStart the first row is the first of the list; else what could not be read in front of it was seen before */
    see(rows: readonly T[], isStart: boolean): Sighting<T> {
      const sighting: Sighting<T> = { fresh: [], changed: [] }
      let front = isStart ? 'start' : null
      let behindFront = 0
      for (const row of rows) {
        const { id, updated } = keysOf(row)
        if (id === null) {
          const name = `${front} ${behindFront++}`
          if (front === null || unreadable.has(name)) continue
          unreadable.add(name)
          sighting.fresh.push(row)
        } else {
          front = String(id)
          behindFront = 0
          if (!updatedOf.has(id)) sighting.fresh.push(row)
          else if (updatedOf.get(id) !== updated) sighting.changed.push(row)
          updatedOf.set(id, updated)
        }
      }
      count += sighting.fresh.length
      return sighting
    },
  }
}
