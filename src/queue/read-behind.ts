import { mostAtOnce, type Office } from './office'
import { mostInVain, mostRequests, overlap, type PageRead, type ReadRows } from './page-read'
import type { PageStart } from './page-start'
import { countShownAgain, createSeenRows } from './seen-rows'

/** The page behind `start.before`. */
export async function readBehind<T>(
  ask: ReadRows<T>,
  idOf: (row: T) => number | null,
  start: PageStart,
  max: number,
  office: Office,
): Promise<PageRead<T>> {
  const before: (number | null)[] = start.before.flat()
  const seen = createSeenRows(before)
  const isAnchored = seen.size() > 0
  const rows: T[] = []
  let offset: number | null = null
  let places = 0
  /** Where what follows is expected. */
  let place = start.offset
  let back = isAnchored ? (start.isAtHint ? 1 : overlap) : 0
  let growth = 1
  /** The row with which the list seems to end, how short the answer was that said so. */
  let hint = start.isAtHint ? { last: before.at(-1), given: 0 } : null
  let inVain = 0
  let isLost = false

  const result = (patch: Partial<PageRead<T>> = {}): PageRead<T> => ({
    rows,
    offset: offset ?? place,
    places,
    isEnd: false,
    isEndHinted: hint !== null,
    mayMiss: seen.hasMoved || isLost,
    ...patch,
  })

  /** Takes what is unseen of an answer, as far as the page goes. */
  function take(answer: readonly T[], from: number, begin: number, isShort: boolean) {
    const fresh = answer.slice(begin, begin + max - places)
    if (hint && hint.given > 0) office.noteMoreBehind(hint.given)
    if (places === 0) offset = from + begin
    for (const row of fresh) {
      const id = idOf(row)
      if (!seen.has(id)) rows.push(row)
      seen.add([id])
      before.push(id)
    }
    places += fresh.length
    place = from + begin + fresh.length
    const isAll = begin + fresh.length === answer.length
    hint = isShort && isAll ? { last: before.at(-1), given: answer.length } : null
    back = hint ? 1 : overlap
    growth = 1
    inVain = 0
  }

  for (let requests = 0; requests < mostRequests && inVain < mostInVain; requests++) {
    const from = Math.max(0, place - back)
    const wanted = (max - places) * growth
    const asked = Math.min(place - from + (hint ? Math.max(wanted, overlap) : wanted), office.habits.atMost)
    const answer = await ask(from, asked)
    const isShort = answer.length < asked
    if (!isAnchored && places === 0) {
      if (answer.length === 0) return result({ isEnd: from === 0 })
      take(answer, from, 0, isShort)
      // Whoever waits for it sees it now; what follows is looked at behind its back.
      if (places >= max || (isShort && !office.habits.isShort)) return result()
      continue
    }
    if (seen.size() === 0) return result()
    const ids = answer.map(idOf)
    const edge = seen.edgeIn(ids)
    if (edge >= 0) {
      let begin = edge + 1 + countShownAgain(ids.slice(edge), before)
      // Listed twice.
      while (seen.has(ids[begin] ?? null)) begin++
      if (begin < answer.length) {
        take(answer, from, begin, isShort)
        if (places >= max) return result()
        continue
      }
      inVain++
      place = from + answer.length
      const last = ids.at(-1)
      // A full one ends where the list does only where what is behind the end is answered with its last rows.
      const isAtLast = isShort || (growth > 1 && last === before.at(-1))
      // One that is nearly as long as was asked for may end there by chance: the next look is from its last row on.
      const isFarShort = !isShort || answer.length * 2 < asked
      const isSeenAgain = isAtLast && hint?.last === last
      if (isSeenAgain && isFarShort && (await isEndBehind(isShort ? answer.length : null, last)))
        return result({ isEnd: true })
      hint = isAtLast && !(isSeenAgain && isFarShort) ? { last, given: answer.length } : null
      back = hint ? 1 : overlap
      growth = isShort ? 1 : growth * 4
      continue
    }
    inVain++
    if (from > 0) {
      // Without a gap to what was read just now.
      back = Math.max(overlap, Math.min(back * 4, back + office.habits.atMost - 1))
      continue
    }
    // So many may have arrived that the known ones lie further on.
    const isAllUnseen = seen.isInIdOrder()
    const further = isAllUnseen || answer.length === 0 ? [] : await ask(answer.length, mostAtOnce)
    const furtherEdge = seen.edgeIn(further.map(idOf))
    if (furtherEdge >= 0) take(further, answer.length, furtherEdge + 1, false)
    else if (answer.length === 0) return result({ isEnd: true })
    else if (isAllUnseen || start.isFromStart) take(answer, 0, 0, isShort)
    else return plain()
    if (places >= max) return result()
  }
  isLost = inVain >= mostInVain || places === 0
  return result()

  /**
   * A second answer that ends with the same row is not enough where it may have been cut off, or is short by nature.
   *
   * @param given how many rows it had, null where it had all that were asked for
   */
  async function isEndBehind(given: number | null, last: number | null | undefined): Promise<boolean> {
    if (given !== null && given < office.mostGiven && !office.habits.isShort) return true
    const behind = await ask(place, overlap)
    return behind.length === 0 || behind.map(idOf).at(-1) === last
  }

  /** Who came by a link has not seen the rows in front: that none is known is no reason to begin at the first. */
  async function plain(): Promise<PageRead<T>> {
    isLost = true
    const answer = await ask(start.offset, max)
    take(answer, start.offset, 0, answer.length < max)
    return result()
  }
}
