import { createCovered } from './covered'
import type { OrderName, RowKeys } from './list-order'
import { createPagesAhead } from './pages-ahead'
import { createSeenRows } from './seen-rows'

export type StatusReaderOptions<T> = {
  /** Reads `max` rows (1..1000) from `offset`; fewer are the end. Rejects when it fails, or with the signal's reason. */
  readPage: (offset: number, max: number, signal: AbortSignal) => Promise<readonly T[]>
  keysOf: (row: T) => RowKeys
  /** Rows that were not given before, in the order of the list; 'before': in front of all others. */
  onRows: (rows: readonly T[], where: 'behind' | 'before') => void
  /** Rows that were given before and have changed since. */
  onChanged?: (rows: readonly T[]) => void
  /** Rows to a request, without those that are read again. */
  pageSize?: number
  /** Requests side by side, where the order allows it. */
  atATime?: number
  /** Where to begin, and after how many rows to stop: for a part of a list. */
  from?: number
  atMost?: number
}

export type StatusReading = {
  /** Every photo that was there throughout was given. */
  isProven: boolean
  /** Rows given, unreadable ones too. */
  total: number
  order: OrderName | 'unknown'
}

export type StatusReader = {
  /** Reads on from where it stands; when that fails, or is given up, calling it again goes on without starting over. */
  read: (signal: AbortSignal) => Promise<StatusReading>
  /** After `read`: reads the end where rows arrive, until it meets what is known. */
  update: (signal: AbortSignal) => Promise<void>
  readonly rowsRead: number
}

const mostAtOnce = 1_000
const mostPasses = 3
/** So many rows are read again at least. */
const mostOverlap = 20
/** So many rows of the front are looked at again in the end. */
const frontRows = 50

/** A reader of a whole list that proves that it left nobody out, or says that it cannot; see docs/reading.md. */
export function createStatusReader<T>(options: StatusReaderOptions<T>): StatusReader {
  const { readPage, keysOf, onRows, onChanged, pageSize = mostAtOnce, atATime = 2, from = 0 } = options
  const { atMost = Number.POSITIVE_INFINITY } = options
  const overlap = Math.min(mostOverlap, Math.max(2, Math.floor(pageSize / 2)))
  const size = Math.min(mostAtOnce, pageSize + overlap)
  const stride = size - overlap

  const covered = createCovered()
  const seen = createSeenRows(keysOf)
  const ahead = createPagesAhead<T>((offset, signal) => readPage(offset, size, signal))
  let pass = newPass(1, from)
  /** What the last answer of the list ended at. */
  let endOffset = from

  function take(rows: readonly T[], isStart: boolean, where: 'behind' | 'before') {
    const { fresh, changed } = seen.see(rows, isStart)
    if (fresh.length > 0) onRows(fresh, where)
    if (changed.length > 0) onChanged?.(changed)
    if (changed.length > 0) pass.hasMoved = true
    return { fresh }
  }

  /** Whether the answer that is next in line leaves no gap. A row that is known must be in it, as it was: one that has moved proves nothing. */
  function isLinked(keys: readonly RowKeys[]): boolean {
    return keys.some(seen.isAsBefore) && (covered.leader === null || covered.isLinked(keys))
  }

  async function readList(signal: AbortSignal): Promise<void> {
    const { leader } = covered
    const isFirst = pass.next <= from
    const mayReadAhead = pass.mayReadAhead && !isFirst && leader !== null && !leader.order.isMoving
    const { offset, rows, wasAhead } = await ahead.read(pass.next, stride, mayReadAhead ? atATime : 1, signal)
    if (wasAhead) pass.isParallel = true
    const keys = rows.map(keysOf)
    covered.check(keys)
    const isStart = offset <= from
    const isEnd = rows.length < size
    if (!isStart && !isLinked(keys)) {
      const isUnique = covered.leader?.order.isUnique ?? false
      // Tied rows may be more than one answer holds: stepping back from them again and again would never end.
      if (pass.back > 0 || isUnique || pass.steppedBackAt !== seen.count) {
        if (pass.back === 0) [pass.expected, pass.steppedBackAt] = [offset, seen.count]
        pass.back = pass.back === 0 ? 2 * overlap : 2 * pass.back
        pass.next = Math.max(from, pass.expected - pass.back)
        return
      }
    }
    checkStill(offset, keys)
    covered.accept(keys, isStart)
    for (const { id } of keys) pass.newestId = Math.max(pass.newestId, id ?? 0)
    if (isStart) pass.newestUpdate = Math.max(...keys.slice(0, 1).map(({ updated }) => updated ?? 0), 0)
    const room = atMost - seen.count
    take(rows.length > room ? rows.slice(0, overlap + room) : rows, isStart, 'behind')
    pass.back = 0
    endOffset = offset + rows.length
    pass.next = Math.max(offset + 1, endOffset - overlap)
    if (isStart && isEnd) pass.isOneAnswer = true
    if (isEnd || seen.count >= atMost) pass.phase = 'checking'
  }

  /** Where no order is known, only a list in which nothing at all has moved is read whole for sure. */
  function checkStill(offset: number, keys: readonly RowKeys[]) {
    for (const [index, { id }] of keys.entries()) {
      const before = pass.tail.get(offset + index)
      if (before !== undefined && before !== id) pass.isStill = false
    }
    if (offset > from && !pass.tail.has(offset)) pass.isStill = false
    pass.tail = new Map(
      keys.slice(-overlap).map(({ id }, index) => [offset + Math.max(0, keys.length - overlap) + index, id]),
    )
    if (offset <= from) pass.front = keys.slice(0, frontRows).map(({ id }) => id)
  }

  /** What has come to the front since, or gone there out of turn; gives what is new. */
  async function readFront(signal: AbortSignal, max: number): Promise<void> {
    let rows: readonly T[] = []
    for (;;) {
      const asked = Math.min(mostAtOnce, rows.length === 0 ? max : size)
      const offset = Math.max(0, rows.length - overlap)
      const answer = await readPage(offset, asked, signal)
      covered.check(answer.map(keysOf))
      rows = [...rows.slice(0, offset), ...answer]
      const keys = rows.map(keysOf)
      // One that is known: all in front of it has come since, if none of it can be tied with the first.
      const isPastNews = keys.some(({ id }) => id !== null && seen.has(id))
      const isPastTies = !mayMoveToFront() || keys.some(({ updated }) => (updated ?? 0) < pass.newestUpdate)
      if (answer.length < asked || (isPastNews && isPastTies)) break
    }
    const ids = rows.map((row) => keysOf(row).id)
    if (pass.front.some((id, index) => index < ids.length && ids[index] !== id)) pass.isStill = false
    const { fresh } = take(rows, true, 'before')
    // Arrivals have greater ids than all others.
    if (fresh.some((row) => (keysOf(row).id ?? 0) < pass.newestId)) pass.hasMoved = true
  }

  const mayMoveToFront = () => pass.newestUpdate > 0 && covered.isAlive('updated descending')

  async function check(signal: AbortSignal): Promise<void> {
    if (from === 0 && !pass.isOneAnswer && !covered.leader?.order.isAscending)
      await readFront(signal, frontRows)
    // What moves to the end behind the back of reads side by side is found there.
    if (pass.isParallel && covered.leader?.order.isAscending && atMost === Number.POSITIVE_INFINITY) {
      pass.isParallel = false
      pass.wasParallel = true
      pass.next = Math.max(from, endOffset - overlap)
      pass.phase = 'list'
      return
    }
    pass.phase = isProven() || pass.number === mostPasses ? 'done' : 'again'
  }

  function isProven(): boolean {
    if (pass.isOneAnswer) return true
    const { leader } = covered
    if (leader === null) return pass.isStill && !pass.hasMoved
    if (!leader.isLinked || (leader.hasUnknown && !leader.order.isUnique)) return false
    return !leader.order.isMoving || (!pass.isParallel && !pass.wasParallel && !pass.hasMoved)
  }

  return {
    get rowsRead() {
      return seen.count
    },
    async read(signal) {
      while (pass.phase !== 'done') {
        signal.throwIfAborted()
        if (pass.phase === 'list') await readList(signal)
        else if (pass.phase === 'checking') await check(signal)
        else {
          pass = newPass(pass.number + 1, from)
          covered.beginPass()
          ahead.clear()
        }
      }
      ahead.clear()
      return { isProven: isProven(), total: seen.count, order: covered.leader?.order.name ?? 'unknown' }
    },
    async update(signal) {
      if (!covered.leader?.order.isAscending) return readFront(signal, size)
      pass.phase = 'list'
      pass.mayReadAhead = false
      pass.next = Math.max(from, endOffset - overlap)
      ahead.clear()
      while (pass.phase === 'list') await readList(signal)
      pass.phase = 'done'
    },
  }
}

/** One time through the list. */
function newPass(number: number, from: number) {
  return {
    number,
    phase: 'list' as 'list' | 'checking' | 'again' | 'done',
    next: from,
    /** So far was stepped back from where the answer was expected that left a gap, and how much was known then. */
    back: 0,
    expected: from,
    steppedBackAt: -1,
    // Where the first pass proved nothing, rows may move: then one page after another.
    mayReadAhead: number === 1,
    isParallel: false,
    wasParallel: false,
    hasMoved: false,
    isStill: true,
    isOneAnswer: false,
    /** The last rows by their offsets, and the first ones. */
    tail: new Map<number, number | null>(),
    front: [] as (number | null)[],
    /** Of the first row: whatever moves to the front of a list that is newest change first is newer. */
    newestUpdate: 0,
    newestId: 0,
  }
}
