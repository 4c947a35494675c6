import { mergeSort, type Sortable } from './merge-sort'
import { inSteps, type Breathe } from './time-slices'

/** Places whose texts are the same up to `depth`. */
type Group = { start: number; end: number; depth: number; isWide: boolean }

const stepLength = 256
/** So few are compared one with another. */
const fewCount = 12

/**
 * Sorts `data`, whose items are indexes into `texts`, by these texts with <; equal ones stay in order. Some characters at a
 * time, as numbers: the texts lie scattered in memory, and comparing them takes twice as long.
 *
 * @param isTied by place, to be set to 1 where a text equals the one before
 */
export async function sortTexts(
  data: Sortable,
  texts: readonly string[],
  isTied: Uint8Array,
  spare: Sortable,
  breathe: Breathe,
): Promise<void> {
  const groups: Group[] = [{ start: 0, end: data.items.length, depth: 0, isWide: false }]
  for (let group = groups.pop(); group; group = groups.pop()) {
    const { start, end, depth, isWide } = group
    await inSteps(end - start, stepLength, breathe, (from, to) => {
      for (let place = start + from; place < start + to; place++) {
        data.values[place] = headOf(texts[data.items[place] ?? 0] ?? '', depth, isWide)
      }
    })
    await mergeSort(data, start, end, spare, breathe)
    let first = start
    await inSteps(end - start, stepLength, breathe, (from, to) => {
      for (let place = start + from + 1; place <= start + to; place++) {
        const head = data.values[first] ?? 0
        if (place < end && data.values[place] === head) continue
        if (place - first > fewCount) {
          const rest = restOf(head, { start: first, end: place, depth, isWide })
          if (rest === null) isTied.fill(1, first + 1, place)
          else groups.push(rest)
        } else if (place - first > 1) sortFew(data.items, first, place, texts, isTied)
        first = place
      }
    })
  }
}

/** What is still to be sorted of those that have the same head; null where they are equal. */
function restOf(head: number, group: Group): Group | null {
  const { depth, isWide } = group
  if (!isWide && isCutShort(head)) return { ...group, isWide: true }
  const { length, base } = isWide ? wide : narrow
  return head % base === 0 ? null : { ...group, depth: depth + length, isWide: false }
}

// A number holds 53 bits. The digit 0 is the end of the text.
const narrow = { length: 7, base: 128 }
const wide = { length: 3, base: 65_537 }

/** The next characters as digits of a number: seven that are ASCII, as far as there are, or three of any kind. */
function headOf(text: string, depth: number, isWide: boolean): number {
  const { length, base } = isWide ? wide : narrow
  let head = 0
  let isCut = false
  for (let index = depth; index < depth + length; index++) {
    const digit = isCut || index >= text.length ? 0 : Math.min(text.charCodeAt(index) + 1, base - 1)
    if (!isWide && digit === narrow.base - 1) isCut = true
    head = head * base + digit
  }
  return head
}

/** There is a character that is no ASCII: the head tells nothing of it, nor of what follows. */
function isCutShort(head: number): boolean {
  for (let rest = head; rest > 0; rest = Math.floor(rest / narrow.base)) {
    if (rest % narrow.base === narrow.base - 1) return true
  }
  return false
}

function sortFew(
  items: Uint32Array,
  start: number,
  end: number,
  texts: readonly string[],
  isTied: Uint8Array,
): void {
  const textAt = (place: number) => texts[items[place] ?? 0] ?? ''
  for (let next = start + 1; next < end; next++) {
    const item = items[next] ?? 0
    const text = textAt(next)
    let place = next
    for (; place > start && textAt(place - 1) > text; place--) items[place] = items[place - 1] ?? 0
    items[place] = item
  }
  for (let place = start + 1; place < end; place++)
    isTied[place] = textAt(place) === textAt(place - 1) ? 1 : 0
}
