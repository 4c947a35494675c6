import { mergeSort } from './merge-sort'
import { sortTexts } from './sort-texts'
import { inSteps, type Breathe } from './time-slices'

/** null, '' and NaN: not known. */
type Key = number | string | null

/** Slots in the ascending order of their keys. */
export type Sorted = {
  /** Behind them what has no key, in the order given. */
  slots: Uint32Array
  /** By place, of those that have a key: 1 where it equals the one before. */
  isTied: Uint8Array
}

/** Short enough even where a key takes some microseconds to make. */
const stepLength = 256

/**
 * Sorts `slots` by `keyOf`, numbers as numbers and texts with <, but not both in one list. Equal keys stay in the order
 * given.
 */
export async function sortSlots(
  slots: Uint32Array,
  keyOf: (slot: number) => Key,
  breathe: Breathe,
): Promise<Sorted> {
  const { values, texts, known, unknown } = await readKeys(slots, keyOf, breathe)
  const count = known.length
  const items = Uint32Array.from(known.keys())
  const spare = { values: new Float64Array(count), items: new Uint32Array(count) }
  const isTied = new Uint8Array(count)
  const isOfTexts = texts.length > 0
  if (isOfTexts) await sortTexts({ values, items }, texts, isTied, spare, breathe)
  else await mergeSort({ values, items }, 0, count, spare, breathe)
  await inSteps(count, stepLength, breathe, (start, stop) => {
    for (let place = start; place < stop; place++) {
      if (!isOfTexts && place > 0 && values[place] === values[place - 1]) isTied[place] = 1
      items[place] = known[items[place] ?? 0] ?? 0
    }
  })
  const all = new Uint32Array(slots.length)
  all.set(items)
  all.set(unknown, count)
  return { slots: all, isTied }
}

/** In one direction or the other; equal keys, and at the end what has none, stay in the order they had. */
export function inDirection({ slots, isTied }: Sorted, isDescending: boolean): Uint32Array {
  if (!isDescending) return slots
  const result = slots.slice()
  let place = 0
  for (let end = isTied.length; end > 0;) {
    let start = end - 1
    while (isTied[start] === 1) start--
    for (let index = start; index < end; index++) result[place++] = slots[index] ?? 0
    end = start
  }
  return result
}

/** Those that are known, side by side. */
async function readKeys(slots: Uint32Array, keyOf: (slot: number) => Key, breathe: Breathe) {
  const values = new Float64Array(slots.length)
  const texts: string[] = []
  const known = new Uint32Array(slots.length)
  const unknown: number[] = []
  let count = 0
  await inSteps(slots.length, stepLength, breathe, (start, stop) => {
    for (let index = start; index < stop; index++) {
      const slot = slots[index] ?? 0
      const key = keyOf(slot)
      if (key === null || key === '' || Number.isNaN(key)) {
        unknown.push(slot)
        continue
      }
      if (typeof key === 'number') values[count] = key
      else texts[count] = key
      known[count++] = slot
    }
  })
  return { values, texts, known: known.slice(0, count), unknown: Uint32Array.from(unknown) }
}
