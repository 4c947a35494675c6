import { inSteps, type Breathe } from './time-slices'

/** Items and what they are sorted by, at the same places. */
export type Sortable = { values: Float64Array; items: Uint32Array }

/** Short runs are sorted by insertion. */
const runLength = 16
const stepLength = 512

/** Two neighbouring runs on their way into one. */
type Merge = { left: number; middle: number; right: number; end: number }

/**
 * Sorts the places from `start` to `end` by their values; equal ones stay in order. The engine's own sort cannot be
 * interrupted.
 *
 * @param spare as long as `data`; its contents are lost
 */
export async function mergeSort(
  data: Sortable,
  start: number,
  end: number,
  spare: Sortable,
  breathe: Breathe,
): Promise<void> {
  const count = end - start
  await inSteps(count, stepLength / 2, breathe, (from, to) => {
    for (let run = from; run < to; run += runLength) {
      insertRun(data, start + run, start + Math.min(run + runLength, to))
    }
  })
  let [source, target] = [data, spare]
  for (let width = runLength; width < count; width *= 2) {
    const [from, to] = [source, target]
    const merge = { left: 0, middle: 0, right: 0, end: start }
    await inSteps(count, stepLength, breathe, (first, last) => {
      for (let place = start + first; place < start + last;) {
        if (place === merge.end) beginMerge(merge, place, width, end)
        const stop = Math.min(start + last, merge.end)
        mergeSome(merge, from, to, place, stop)
        place = stop
      }
    })
    ;[source, target] = [to, from]
  }
  if (source === data) return
  data.values.set(source.values.subarray(start, end), start)
  data.items.set(source.items.subarray(start, end), start)
}

function insertRun({ values, items }: Sortable, start: number, end: number): void {
  for (let next = start + 1; next < end; next++) {
    const value = values[next] ?? 0
    const item = items[next] ?? 0
    let place = next
    for (; place > start && (values[place - 1] ?? 0) > value; place--) {
      values[place] = values[place - 1] ?? 0
      items[place] = items[place - 1] ?? 0
    }
    values[place] = value
    items[place] = item
  }
}

function beginMerge(merge: Merge, start: number, width: number, end: number): void {
  merge.left = start
  merge.middle = merge.right = Math.min(start + width, end)
  merge.end = Math.min(start + 2 * width, end)
}

function mergeSome(merge: Merge, from: Sortable, to: Sortable, start: number, stop: number): void {
  const { middle, end } = merge
  let { left, right } = merge
  for (let place = start; place < stop; place++) {
    const a = from.values[left] ?? 0
    const b = from.values[right] ?? 0
    // Of equal ones the left one comes first.
    const isRight = right < end && (left >= middle || a > b)
    to.values[place] = isRight ? b : a
    to.items[place] = from.items[isRight ? right++ : left++] ?? 0
  }
  merge.left = left
  merge.right = right
}
