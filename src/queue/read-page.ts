/** Reads `max` rows (1..1000) from `offset`; fewer are the end of the list. */
export type ReadRows<T> = (offset: number, max: number) => Promise<readonly T[]>

/** null for a row that could not be read. */
type RowIds = readonly (number | null)[]

/** Where a page begins: behind the rows that were shown before it, wherever they are by now. */
export type PageStart = {
  /** The place of its first row when it was last known. */
  offset: number
  /** The ids of the rows before it, in order, as far as they were seen, page by page: starts that follow share them. */
  before: readonly RowIds[]
  /** Nothing lies in front of `before`: all of it was seen. */
  isFromStart: boolean
}

/** `offset` is the real place of the first row. */
export type PageRead<T> = { rows: readonly T[]; offset: number }

/** So many rows are read again, to find one that is known among them. */
const overlap = 10
const mostAtOnce = 1_000

export function startOfList(): PageStart {
  return { offset: 0, before: [], isFromStart: true }
}

/** A page that is come to without having seen what is before it, as from a link. */
export function startAt(offset: number): PageStart {
  return { offset, before: [], isFromStart: offset === 0 }
}

/** What a start is known by: other rows before it that end with the same one are the same place. */
export const lastBefore = ({ before }: PageStart): number | null =>
  before.findLast((ids) => ids.length > 0)?.at(-1) ?? null

/** The start of what follows a page. `start` is without those who had left by the time the page was read. */
export function startBehind(start: PageStart, page: { offset: number; ids: RowIds }): PageStart {
  return {
    offset: page.offset + page.ids.length,
    before: [...start.before, page.ids],
    isFromStart: start.isFromStart,
  }
}

/** The start of a page after photos before it have left, as by a decision made here: offsets shift by just as many. */
export function startWithout(start: PageStart, gone: ReadonlySet<number>): PageStart {
  const isThere = (id: number | null) => id === null || !gone.has(id)
  const before = start.before.map((ids) => (ids.every(isThere) ? ids : ids.filter(isThere)))
  const left = start.before.flat().length - before.flat().length
  return { ...start, offset: Math.max(0, start.offset - left), before }
}

/**
 * The `max` rows that follow those before the page, though photos may have come or gone since: a few rows are read again,
 * and what follows the last known one is new. Where none is known it steps back until one is, or the list begins. Rows
 * must keep their relative order; less than `max` rows mean that the end was seen. Rejects as `readRows` does.
 */
export async function readPage<T>(
  readRows: ReadRows<T>,
  idOf: (row: T) => number | null,
  start: PageStart,
  max: number,
): Promise<PageRead<T>> {
  const known = new Set(start.before.flat().filter((id) => id !== null))
  let next = start
  let rows: readonly T[] = []
  let offset = start.offset
  for (;;) {
    const read = await readBehind(readRows, idOf, next, known, max - rows.length)
    if (rows.length === 0) offset = read.offset
    rows = [...rows, ...read.rows]
    if (read.isEnd || rows.length >= max) return { rows: rows.slice(0, max), offset }
    const ids = read.rows.map(idOf)
    for (const id of ids) if (id !== null) known.add(id)
    next = startBehind(next, { offset: read.offset, ids })
  }
}

type ReadBehind<T> = PageRead<T> & { isEnd: boolean }

async function readBehind<T>(
  readRows: ReadRows<T>,
  idOf: (row: T) => number | null,
  { offset, before, isFromStart }: PageStart,
  known: ReadonlySet<number>,
  wanted: number,
): Promise<ReadBehind<T>> {
  const behindKnown = (answer: readonly T[], from: number, isEnd: boolean): ReadBehind<T> | null => {
    const last = answer.findLastIndex((row) => known.has(idOf(row) ?? Number.NaN))
    const place = last + 1 + (last < 0 ? 0 : countShownAgain(answer.slice(last), idOf, before.flat()))
    return last < 0 ? null : { rows: answer.slice(place), offset: from + place, isEnd }
  }
  let plain: ReadBehind<T> | null = null
  for (let back = known.size === 0 ? 0 : overlap; ; back *= 4) {
    const from = Math.max(0, offset - back)
    const asked = Math.min(mostAtOnce, offset - from + wanted)
    const answer = await readRows(from, asked)
    const isEnd = answer.length < asked
    plain ??= { rows: answer.slice(offset - from), offset, isEnd }
    if (known.size === 0) return plain
    const found = behindKnown(answer, from, isEnd)
    if (found) return found
    if (from > 0) continue
    // So many may have arrived that the known ones lie further on.
    const further = isEnd ? [] : await readRows(asked, mostAtOnce)
    return (
      behindKnown(further, asked, further.length < mostAtOnce) ??
      // Who came by a link has not seen the rows in front: that none is known is no reason to begin at the first.
      (isFromStart ? { rows: answer, offset: 0, isEnd } : plain)
    )
  }
}

/** Rows that could not be read have no id to be known by: those right behind the last row that was shown were shown too. */
function countShownAgain<T>(answer: readonly T[], idOf: (row: T) => number | null, before: RowIds): number {
  const lastKnown = before.findLastIndex((id) => id !== null)
  const [known, ...behind] = answer.slice(0, before.length - lastKnown).map(idOf)
  if (known !== before[lastKnown]) return 0
  const readable = behind.findIndex((id) => id !== null)
  return readable < 0 ? behind.length : readable
}
