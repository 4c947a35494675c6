import { createOffice, mostAtOnce, type Office } from './office'
import type { PageRead } from './page'
import type { PageStart, RowIds } from './page-start'
import { createSeenRows } from './seen-rows'

/** Reads `max` rows (1..1000) from `offset`; fewer may be the end of the list. */
type ReadRows<T> = (offset: number, max: number) => Promise<readonly T[]>

/** So many rows are read again, to find one that is known among them. */
const overlap = 10
/** A page is read with so many requests at most, whatever the answers are. */
export const mostRequests = 40
/** What answers with nothing new so often will not do otherwise. */
const mostInVain = 12

/**
 * The `max` rows that follow those before the page, or that come before those behind it, though photos may have come or
 * gone since: a few rows are read again, and what follows the last known one is new. Where none is known it steps back
 * until one is, or the list begins. Rows must keep their relative order; where they seem not to, it says so. A short
 * answer is no end before a second one, from the last row on, ends with the same. Rejects as `readRows` does.
 */
export async function readPage<T>(
  readRows: ReadRows<T>,
  idOf: (row: T) => number | null,
  start: PageStart,
  max: number,
  office: Office = createOffice(),
): Promise<PageRead<T>> {
  const isForwards = start.after.length === 0
  /** Listed from what is known towards what is looked for. */
  const inTurn = <A>(list: readonly A[]) => (isForwards ? list : list.toReversed())
  const seen = createSeenRows(isForwards ? start.before.flat() : start.after.flat().toReversed())
  const isAnchored = seen.size() > 0 || !isForwards
  const most = start.isAllInFront ? mostAtOnce : max
  const taken: T[] = []
  let places = 0
  let offset: number | null = null
  /** Between what is known and what is looked for, as far as anybody knows. */
  let border = isForwards ? start.offset : start.offset + max
  /** The row with which the list seems to end, how short the answer was that said so. */
  let hint = start.isAtHint ? { last: seen.last(), given: 0 } : null
  /** So many rows are asked for on the known side of the border, and on the other. */
  let again = !isAnchored ? 0 : hint ? 1 : overlap
  let wanted = isForwards ? max : Math.max(1, Math.min(border, most))
  let inVain = 0
  let isLost = false
  /** Backwards, no row that is known was found: so far was looked, to both sides. */
  let looked: { from: number; to: number } | null = null

  for (let requests = 0; requests < mostRequests && inVain < mostInVain; requests++) {
    const [from, size] = isForwards ? reachForwards() : reachBackwards()
    const answer = await ask(from, size)
    const ids = answer.map(idOf)
    const isShort = answer.length < size
    if (!isAnchored && places === 0) {
      if (answer.length === 0) return result({ isEnd: from === 0 })
      take(answer, from, 0, isShort)
      // Whoever waits for it sees it now; what follows is looked at behind its back.
      if (places >= max || (isShort && !office.habits.isShort)) return result()
      continue
    }
    if (isForwards && seen.size() === 0) return result()
    const unseen = seen.unseenIn(inTurn(ids))
    if (unseen === null || unseen === answer.length) inVain++
    if (unseen === null) {
      const page = isForwards ? await goBack(answer, from, isShort) : await goFurther(answer, from, size)
      if (page) return page
    } else if (unseen < answer.length) take(answer, from, unseen, isShort)
    else if (!isForwards) goInFront(from)
    else if (await isAtEnd(ids, from, size)) return result({ isEnd: true })
    if (places >= most || (unseen !== null && !isForwards && border === 0)) return result()
  }
  isLost = isForwards && (inVain >= mostInVain || places === 0)
  return isForwards || places > 0 ? result() : byNumber()

  async function ask(offset: number, count: number): Promise<readonly T[]> {
    const asked = Math.min(count, office.habits.atMost)
    for (;;) {
      const answer = await readRows(offset, asked)
      if (!office.note(offset, asked, answer.map(idOf))) return answer
    }
  }

  function reachForwards(): [from: number, size: number] {
    const from = Math.max(0, border - again)
    const size = border - from + (hint ? Math.max(wanted, overlap) : wanted)
    return [from, Math.min(size, office.habits.atMost)]
  }

  function reachBackwards(): [from: number, size: number] {
    const size = Math.min(office.habits.atMost, wanted + again)
    const reach = Math.max(1, size - Math.min(again, Math.ceil(size / 2)))
    return [Math.max(0, border - Math.min(wanted, reach)), size]
  }

  /** Takes what is unseen of an answer, as far as the page goes. */
  function take(answer: readonly T[], from: number, unseen: number, isShort: boolean) {
    const fresh = inTurn(answer).slice(unseen, unseen + most - places)
    const reached = unseen + fresh.length
    border = isForwards ? from + reached : from + answer.length - reached
    if (!isForwards) offset = border
    else offset ??= from + unseen
    for (const row of fresh) if (seen.add(idOf(row))) taken.push(row)
    places += fresh.length
    if (hint && hint.given > 0) office.noteMoreBehind(hint.given)
    const isHint = isForwards && isShort && reached === answer.length
    hint = isHint ? { last: seen.last(), given: answer.length } : null
    again = hint ? 1 : overlap
    wanted = most - places
    looked = null
    inVain = 0
  }

  function result(patch: Partial<PageRead<T>> = {}): PageRead<T> {
    const isPartOfFront = start.isAllInFront && (offset ?? border) > 0
    return {
      rows: inTurn(taken),
      offset: offset ?? border,
      places,
      isEnd: false,
      isEndHinted: hint !== null,
      mayMiss: seen.hasMoved || isLost || isPartOfFront,
      ...patch,
    }
  }

  /** Backwards, all that was answered is known: as many have left, so that what is unseen is further in front, too. */
  function goInFront(from: number) {
    border = from
    again = overlap
    wanted = Math.min(mostAtOnce, wanted * 2)
  }

  /** All that was answered is known: whether the list ends with it, else where to look next. */
  async function isAtEnd(ids: RowIds, from: number, size: number): Promise<boolean> {
    const [{ length }, last] = [ids, ids.at(-1)]
    const isShort = length < size
    border = from + length
    // A full one ends where the list does only where what is behind the end is answered with its last rows.
    const isAtLast = isShort || (wanted > max - places && last === seen.last())
    // One that is nearly as long as was asked for may end there by chance: the next look is from its last row on.
    const isSeenAgain = isAtLast && hint?.last === last && (!isShort || length * 2 < size)
    if (isSeenAgain) {
      // A second one is not enough where it may have been cut off, or is short by nature.
      if (isShort && length < office.mostGiven && !office.habits.isShort) return true
      const behind = await ask(border, overlap)
      if (behind.length === 0 || behind.map(idOf).at(-1) === last) return true
    }
    hint = isAtLast && !isSeenAgain ? { last, given: length } : null
    again = hint ? 1 : overlap
    wanted = isShort ? max - places : wanted * 4
    return false
  }

  /** Nothing that was answered is known: so many have left that what is lies further in front. */
  async function goBack(answer: readonly T[], from: number, isShort: boolean): Promise<PageRead<T> | null> {
    if (from > 0) {
      // Without a gap to what was read just now.
      again = Math.max(overlap, Math.min(again * 4, again + office.habits.atMost - 1))
      return null
    }
    // So many may have arrived that the known ones lie further on.
    const isAllUnseen = seen.isInIdOrder()
    const further = isAllUnseen || answer.length === 0 ? [] : await ask(answer.length, mostAtOnce)
    const unseen = seen.unseenIn(further.map(idOf))
    if (unseen !== null) take(further, answer.length, unseen, false)
    else if (answer.length === 0) return result({ isEnd: true })
    else if (isAllUnseen || start.isFromStart) take(answer, 0, 0, isShort)
    // Who came by a link has not seen the rows in front: that none is known is no reason to begin at the first.
    else return byNumber()
    return null
  }

  /** Backwards, goes on looking where the known rows may be: further on if all that was seen lies in front of them. */
  async function goFurther(answer: readonly T[], from: number, size: number): Promise<PageRead<T> | null> {
    const { length } = answer
    if (length > 0 && length < size && (await isAllInFront(answer, from))) {
      take(answer, from, 0, true)
      return border === 0 ? result() : null
    }
    const end = from + length
    looked = { from: Math.min(looked?.from ?? from, from), to: Math.max(looked?.to ?? end, end) }
    const isInFront = seen.isInIdOrder() && answer.some((row) => idOf(row) !== null)
    const isFurther = length > 0 && (looked.from === 0 || isInFront || inVain % 2 === 0)
    const more = Math.min(mostAtOnce, size * 2)
    border = isFurther ? looked.to : looked.from
    ;[wanted, again] = isFurther ? [1, more] : [more, 1]
    return null
  }

  /** Whether the list ends in front of all that was shown, for that has left: a second answer ends with the same row. */
  async function isAllInFront(answer: readonly T[], from: number): Promise<boolean> {
    if (!seen.isInIdOrder() || office.habits.isShort) return false
    const last = await ask(from + answer.length - 1, overlap)
    return last.length === 1 && last.map(idOf)[0] === answer.map(idOf).at(-1)
  }

  /** By the number, where none of the known rows is found any more. */
  async function byNumber(): Promise<PageRead<T>> {
    isLost = true
    const answer = await ask(start.offset, max)
    take(answer, start.offset, 0, answer.length < max)
    return result()
  }
}
