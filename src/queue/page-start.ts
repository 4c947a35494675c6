/** null for a row that could not be read. */
export type RowIds = readonly (number | null)[]

/** Where a page lies: behind the rows that were shown before it, or in front of those behind it, wherever they are by now. */
export type PageStart = ReturnType<typeof startAt>

/** A page that is come to without having seen what is before it, as from a link. */
export function startAt(offset: number) {
  return {
    /** The place of its first row when it was last known. */
    offset,
    /** The ids of the rows before it, in order, as far as they were seen, page by page: starts that follow share them. */
    before: [] as readonly RowIds[],
    /** Nothing lies in front of `before`: all of it was seen. */
    isFromStart: offset === 0,
    /** The list seemed to end with `before`: a short answer said so. */
    isAtHint: false,
    /** The ids of the rows behind it, in order; then it is read from there backwards, and `before` is empty. */
    after: [] as readonly RowIds[],
    /** It is all there is in front of `after`, however much that is. */
    isAllInFront: false,
  }
}

/** What a start is known by: other rows before it that end with the same one are the same place. */
export const lastBefore = ({ before }: PageStart): number | null =>
  before.findLast((ids) => ids.length > 0)?.at(-1) ?? null

/** The same for a page that is read backwards. */
export const firstAfter = ({ after }: PageStart): number | null =>
  after.find((ids) => ids.length > 0)?.[0] ?? null

type ShownPage = { offset: number; ids: RowIds; places?: number; isEndHinted?: boolean }

/** The start of what follows a page. `start` is without those who had left by the time the page was read. */
export function startBehind(
  start: PageStart,
  { offset, ids, places = ids.length, isEndHinted = false }: ShownPage,
): PageStart {
  return {
    ...startAt(offset + places),
    before: [...start.before, ids],
    isFromStart: start.isFromStart || offset === 0,
    isAtHint: isEndHinted,
  }
}

/** The start of what is in front of a page, `max` rows of it. */
export function startInFront(
  start: PageStart,
  page: Pick<ShownPage, 'offset' | 'ids'>,
  max: number,
  isAllInFront = false,
): PageStart {
  return { ...startAt(Math.max(0, page.offset - max)), after: [page.ids, ...start.after], isAllInFront }
}

/** The start of a page after photos before it have left, as by a decision made here: offsets shift by just as many. */
export function startWithout(start: PageStart, gone: ReadonlySet<number>): PageStart {
  const isThere = (id: number | null) => id === null || !gone.has(id)
  const before = start.before.map((ids) => (ids.every(isThere) ? ids : ids.filter(isThere)))
  const left = start.before.flat().length - before.flat().length
  return { ...start, offset: Math.max(0, start.offset - left), before }
}
