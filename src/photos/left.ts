import type { Photo } from '../cloudcard/photo'
import type { Decided } from './shown-decisions'
import { photoAt, type PhotoRows } from './photo-rows'

/**
 * What of a list is left to decide. A photo that was decided here keeps its row until the list is read again, but it
 * counts no more: every place and every total is one among those that are left.
 */
export type Left = ReturnType<typeof leftIn>

/**
 * @param rows all that are at hand: the page, or everything that it is a part of
 * @param from the first of them on the page
 * @param onPage so many of them are the page
 * @param before so many that are left lie in front of all of them
 */
export function leftIn(rows: PhotoRows, decided: Decided, from: number, onPage: number, before: number) {
  const gone = rows.placesOf(decided.ids).filter((place) => {
    const photo = photoAt(rows, place)
    return photo !== null && decided.hasLeft(photo)
  })
  const offset = before + from - countBelow(gone, from)
  return {
    /** How many of all the rows at hand. */
    total: rows.count - gone.length,
    /** The place of the first one on the page, from 0. */
    offset,
    /** How many on the page. */
    count: onPage + countBelow(gone, from) - countBelow(gone, from + onPage),
    /** The place of a row, from 1; null for one that was decided. */
    placeOf(index: number): number | null {
      const below = countBelow(gone, index)
      return gone[below] === index ? null : before + index - below + 1
    },
    isLeft: (photo: Photo) => !decided.hasLeft(photo),
  }
}

/** How many of these numbers, which ascend, are smaller than one. */
function countBelow(numbers: readonly number[], than: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < than) low = middle + 1
    else high = middle
  }
  return low
}
