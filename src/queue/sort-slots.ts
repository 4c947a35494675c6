import { inSteps, type Work } from './time-slices'

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
/** The engine sorts so many in 2 to 4 ms. It cannot be interrupted, so that it does not sort all of them at once. */
const runLength = 4_096

/**
 * Sorts `slots` by `keyOf`, numbers as numbers and texts with <, but not both in one list. Equal keys stay in the order
 * given.
 */
export function* sortSlots(slots: Uint32Array, keyOf: (slot: number) => Key): Work<Sorted> {
  const keys: (number | string)[] = []
  const known: number[] = []
  const unknown: number[] = []
  yield* inSteps(slots.length, stepLength, (from, to) => {
    for (const slot of slots.subarray(from, to)) {
      const key = keyOf(slot)
      if (key === null || key === '' || Number.isNaN(key)) unknown.push(slot)
      else {
        keys.push(key)
        known.push(slot)
      }
    }
  })
  const order = yield* sortedIndexes(keys)
  const isTied = new Uint8Array(order.length)
  const sorted = new Uint32Array(slots.length)
  yield* inSteps(order.length, stepLength, (from, to) => {
    for (let place = from; place < to; place++) {
      const index = order[place] ?? 0
      if (place > 0 && keys[index] === keys[order[place - 1] ?? 0]) isTied[place] = 1
      sorted[place] = known[index] ?? 0
    }
  })
  sorted.set(unknown, known.length)
  return { slots: sorted, isTied }
}

/** The indexes of the keys in ascending order: short runs by the engine, merged two by two. */
function* sortedIndexes(keys: readonly (number | string)[]): Work<Uint32Array> {
  const count = keys.length
  const keyAt = (index: number | undefined) => keys[index ?? 0] ?? 0
  let sorted = Uint32Array.from(keys.keys())
  yield* inSteps(count, runLength, (from, to) => {
    sorted.subarray(from, to).sort((a, b) => (keyAt(a) < keyAt(b) ? -1 : keyAt(a) > keyAt(b) ? 1 : 0))
  })
  let spare = new Uint32Array(count)
  for (let width = runLength; width < count; width *= 2) {
    const [source, target] = [sorted, spare]
    let [left, right, middle, end] = [0, 0, 0, 0]
    yield* inSteps(count, stepLength, (from, to) => {
      for (let place = from; place < to; place++) {
        if (place === end) {
          left = place
          right = middle = Math.min(place + width, count)
          end = Math.min(place + 2 * width, count)
        }
        // Of equal ones the left one comes first.
        const isRight = right < end && (left === middle || keyAt(source[right]) < keyAt(source[left]))
        target[place] = source[isRight ? right++ : left++] ?? 0
      }
    })
    ;[sorted, spare] = [target, source]
  }
  return sorted
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
