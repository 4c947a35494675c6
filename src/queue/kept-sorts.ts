import { inDirection, sortSlots, type Sorted } from './sort-slots'
import type { Work } from './time-slices'

/**
 * By what rows are sorted, ascending: numbers as numbers, texts with <. A key that is null, '' or NaN is not known, and
 * comes last in both directions. `name` tells the key from others: what is sorted once stays sorted, as long as the `basis`,
 * what keys are made of beside the rows, is the same.
 */
export type SortBy<T> = {
  name: string
  keyOf: (row: T) => number | string | null
  basis?: unknown
  isDescending: boolean
}

/** What was sorted once stays sorted, by the name of its key, until a row comes, goes, or gets another key. */
export function createKeptSorts<T>() {
  /** `of` is the order that was sorted. */
  const kept = new Map<string, Pick<SortBy<T>, 'keyOf' | 'basis'> & { of: Uint32Array; sorted: Sorted }>()
  return {
    /** @param isKept asked once it is sorted: whether the rows are still those that were */
    *sort(
      { name, keyOf, basis, isDescending }: SortBy<T>,
      rows: readonly (T | undefined)[],
      slots: Uint32Array,
      isKept: () => boolean,
    ): Work<Uint32Array> {
      let entry = kept.get(name)
      if (entry?.of !== slots || entry.basis !== basis) {
        const keyAt = (slot: number) => {
          const row = rows[slot]
          return row === undefined ? null : keyOf(row)
        }
        entry = { of: slots, keyOf, basis, sorted: yield* sortSlots(slots, keyAt) }
        if (isKept()) kept.set(name, entry)
      }
      return inDirection(entry.sorted, isDescending)
    },
    /** To be told of each row that takes the place of another. Most changes of a photo change no key. */
    replaced(before: T | undefined, row: T): void {
      for (const [name, { keyOf }] of kept)
        if (before === undefined || !Object.is(keyOf(before), keyOf(row))) kept.delete(name)
    },
  }
}
