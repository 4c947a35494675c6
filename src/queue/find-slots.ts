import type { Column } from './column'
import { inSteps, type Breathe } from './time-slices'

/** One column of numbers by slot; there may be more slots than rows. */
export type Columns = readonly Column[]

/**
 * One filter. `bitsOf` says which of its options a row has, bit 0 for the first; the row passes when it has any of the
 * `wanted` ones. Nothing wanted: it is off, and lets everything through.
 */
export type Facet = {
  optionCount: number
  bitsOf: (columns: Columns, slot: number) => number
  wanted: number
}

export type Found = {
  /** The slots of the rows that match, in order. */
  slots: Uint32Array
  /** `counts[facet][option]`: rows that have it, among those that pass the words and every other facet. */
  counts: readonly (readonly number[])[]
}

export type Where = {
  /** In the order wanted. */
  slots: Uint32Array
  /** Folded, by slot. */
  texts: readonly string[]
  columns: Columns
  words: readonly string[]
  facets: readonly Facet[]
}

const stepLength = 512

/** Goes through all slots once, for what matches and for the counts of every option. */
export async function findSlots(
  { slots, texts, columns, words, facets }: Where,
  breathe: Breathe,
): Promise<Found> {
  const found = new Uint32Array(slots.length)
  const counts = facets.map(({ optionCount }) => Array.from({ length: optionCount }, () => 0))
  const bits = new Int32Array(facets.length)
  let count = 0
  await inSteps(slots.length, stepLength, breathe, (from, to) => {
    for (let index = from; index < to; index++) {
      const slot = slots[index] ?? 0
      if (!hasWords(texts[slot] ?? '', words)) continue
      let failures = 0
      let failed = -1
      for (let facet = 0; facet < facets.length; facet++) {
        const { bitsOf, wanted } = facets[facet] ?? nothing
        const has = bitsOf(columns, slot)
        bits[facet] = has
        if (wanted !== 0 && (has & wanted) === 0) {
          failures++
          failed = facet
        }
      }
      if (failures === 0) {
        found[count++] = slot
        for (let facet = 0; facet < facets.length; facet++) countBits(counts[facet], bits[facet] ?? 0)
      } else if (failures === 1) countBits(counts[failed], bits[failed] ?? 0)
    }
  })
  return { slots: found.slice(0, count), counts }
}

/** Whether one row passes them all, by its numbers; for a row that is in no index. */
export function passes(numbers: readonly number[], facets: readonly Facet[]): boolean {
  const columns = numbers.map((number) => Float64Array.of(number))
  return facets.every(({ bitsOf, wanted }) => wanted === 0 || (bitsOf(columns, 0) & wanted) !== 0)
}

const nothing: Facet = { optionCount: 0, bitsOf: () => 0, wanted: 0 }

function hasWords(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false
  return true
}

function countBits(counts: number[] | undefined, bits: number): void {
  if (!counts) return
  for (let rest = bits, option = 0; rest !== 0; rest >>>= 1, option++) {
    if (rest & 1) counts[option] = (counts[option] ?? 0) + 1
  }
}
