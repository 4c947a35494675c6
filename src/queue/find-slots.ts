import type { Column } from './column'
import { inSteps, type Work } from './time-slices'

/** One column of numbers by slot; there may be more slots than rows. */
export type Columns = readonly Column[]

/**
 * One filter. `bitsOf` says which of its options a row has, bit 0 for the first; the row passes when it has any of the
 * `wanted` ones. Nothing wanted: it is off, and lets everything through. All facets together have 31 options at most.
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

/** By slot: what a row has of the options of all facets, one after another, as the bits of one number. */
export type Options = Uint32Array

type Where = {
  /** In the order wanted. */
  slots: Uint32Array
  /** Folded, by slot. */
  texts: readonly string[]
  options: Options
  words: readonly string[]
  facets: readonly Facet[]
  /** By slot: 0 where a row cannot have the words. */
  among?: Uint8Array | undefined
}

const stepLength = 512

/** @param known what was read of the first slots before */
export function* readOptions(
  count: number,
  columns: Columns,
  facets: readonly Facet[],
  known: Options = new Uint32Array(),
): Work<Options> {
  const options = new Uint32Array(count)
  options.set(known)
  yield* inSteps(count - known.length, stepLength, (from, to) => {
    for (let slot = known.length + from; slot < known.length + to; slot++) {
      options[slot] = bitsOfAll(columns, slot, facets)
    }
  })
  return options
}

/** What one row has, of all facets. */
export function bitsOfAll(columns: Columns, slot: number, facets: readonly Facet[]): number {
  let bits = 0
  let shift = 0
  for (const { bitsOf, optionCount } of facets) {
    bits |= bitsOf(columns, slot) << shift
    shift += optionCount
  }
  return bits
}

/** Goes through all slots once, for what matches and for the counts of every option; `withWords` is 1 for those that have the words. */
export function* findSlots({ slots, texts, options, words, facets, among }: Where) {
  const found = new Uint32Array(slots.length)
  const withWords = new Uint8Array(texts.length)
  const tally = createTally(facets)
  let count = 0
  yield* inSteps(slots.length, stepLength, (from, to) => {
    for (let index = from; index < to; index++) {
      const slot = slots[index] ?? 0
      if (among?.[slot] === 0 || !hasWords(texts[slot] ?? '', words)) continue
      withWords[slot] = 1
      if (tally.take(options[slot] ?? 0)) found[count++] = slot
    }
  })
  // Where all match they need not be kept twice.
  const matching = count === slots.length ? slots : found.slice(0, count)
  return { found: { slots: matching, counts: tally.counts() }, withWords }
}

/** The same in another order of all slots: which rows match, and their counts, do not depend on it. */
export function inOrder({ slots, counts }: Found, order: Uint32Array, rowCount: number): Found {
  if (slots.length === order.length) return { slots: order, counts }
  const isFound = new Uint8Array(rowCount)
  for (const slot of slots) isFound[slot] = 1
  return { slots: order.filter((slot) => isFound[slot] === 1), counts }
}

/** Takes rows that have the words, one by one, by what they have of the options; `take` says whether all facets let it through. */
export function createTally(facets: readonly Facet[]) {
  // Of those facets that are on: what of it has to be there, and all that belongs to it.
  const wanted: number[] = []
  const own: number[] = []
  let end = 0
  for (const facet of facets) {
    const shift = end
    end += facet.optionCount
    if (facet.wanted === 0) continue
    wanted.push(facet.wanted << shift)
    own.push(((1 << facet.optionCount) - 1) << shift)
  }
  const counts = new Uint32Array(32)
  return {
    take(bits: number): boolean {
      let failures = 0
      let failed = 0
      for (let facet = 0; facet < wanted.length; facet++) {
        if ((bits & (wanted[facet] ?? 0)) !== 0) continue
        failures++
        failed = own[facet] ?? 0
      }
      if (failures === 0) countBits(counts, bits)
      else if (failures === 1) countBits(counts, bits & failed)
      return failures === 0
    },
    counts() {
      let end = 0
      return facets.map(({ optionCount }) => Array.from(counts.subarray(end, (end += optionCount))))
    },
  }
}

/** Whether one row passes them all, by its numbers; for a row that is in no index. */
export function passes(numbers: readonly number[], facets: readonly Facet[]): boolean {
  const columns = numbers.map((number) => Float64Array.of(number))
  return facets.every(({ bitsOf, wanted }) => wanted === 0 || (bitsOf(columns, 0) & wanted) !== 0)
}

export function hasWords(text: string, words: readonly string[]): boolean {
  for (const word of words) if (!text.includes(word)) return false
  return true
}

function countBits(counts: Uint32Array, bits: number): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    const option = 31 - Math.clz32(rest & -rest)
    counts[option] = (counts[option] ?? 0) + 1
  }
}
