import { createSame, memo } from '../../base/memo'
import { idOrderOf } from '../../queue/news'
import { pageCount } from '../../queue/page'
import { shiftCount, type KnownCount } from '../counts'
import { leftIn } from '../left'
import { pageQuery } from '../page-query'
import { pageStart, photoIdOf, type Place } from '../page-starts'
import { nextPhoto, noRows, rowsOf, type PhotoRows } from '../photo-rows'
import { createPagesAround, shownPage } from './pages-around'
import { createPageTotal } from './page-total'
import { readingOf, type Maker, type Making } from './making'

const mostNewest = 25

/** Makes the list of the page that is asked for, as CloudCard lists it. */
export function createPageMaker(making: Making): Maker {
  const { tell } = making
  const around = createPagesAround(making)
  const totalOf = createPageTotal(making)
  let here: Place | null = null
  let awaitingAt: Place | null = null
  let refilledAt: Place | null = null

  const [onPageOf, leftOf, newestOn] = [memo(leftIn), memo(leftIn), memo(newestEnd)]
  const [samePlace, sameTotal] = [createSame<Place>(), createSame<KnownCount>()]
  // Stays the same function, about what is shown now.
  const setIsAwaitingNext = (isAwaiting: boolean) => {
    awaitingAt = isAwaiting ? here : null
    tell()
  }

  return ({ search: { status, page, max } }, decided, moves) => {
    const place = samePlace({ status, page, max })
    const start = pageStart(place)
    const read = making.read('page', {
      ...pageQuery({ status, max, start }),
      // Old rows stay while the next page comes, but never under another status's heading.
      placeholderData: (previous, query) => (query?.queryKey[1] === status ? previous : undefined),
    })
    here = place
    const shown = shownPage(place, start, read)
    const isCurrent = shown.page !== null
    const isAwaitingNext = awaitingAt === place
    const next = around.readBehind(shown, isAwaitingNext)
    const counted = totalOf(shown, next)
    const shifted = counted.count && shiftCount(status, counted.count, moves)
    const total = shifted && sameTotal(shifted)

    // The page was all that one answer had, and it had too little: now that this is known, the page is read on.
    if (
      shown.page?.isEndHinted &&
      shown.count < max &&
      (next.page?.rows.length ?? 0) > 0 &&
      refilledAt !== place
    ) {
      refilledAt = place
      void read.refetch()
    }

    const rows = read.data && !counted.isElsewhere ? rowsOf(read.data.rows) : noRows
    const onPage = onPageOf(rows, decided, 0, rows.count, 0)
    // Those who are about to leave from before this page still have their place at CloudCard, but count no more here. Where it
    // is not known who is before it, what is left in all tells.
    const leaving = start.before.flat().filter((id) => id !== null && decided.waiting.has(id)).length
    const most = total === null ? shown.offset : total.total - onPage.count
    const before = Math.max(0, Math.min(shown.offset - leaving, most))
    const left = leftOf(rows, decided, 0, rows.count, before)
    // Counted on from the page that is shown: where photos have left before it, its number is higher than its place says.
    const behind = total && Math.ceil((total.total - left.offset - left.count) / max)
    const lastPage = isCurrent && rows.count > 0 ? page + (behind ?? 0) : 0
    return {
      reading: readingOf(read, read.data?.readAt),
      rows,
      matching: rows,
      beyond: around.beyond(shown, rows, next),
      offset: shown.offset,
      left,
      total,
      isUncounted: counted.hasFailed && total === null,
      rowCount: total && total.total + (shown.offset - left.offset) + (rows.count - left.count),
      pages: total && Math.max(pageCount(total.total, max), lastPage),
      hasNext: next.hasNext,
      mayMiss: shown.page?.mayMiss === true || next.page?.mayMiss === true,
      isCurrent,
      isAwaitingNext,
      setIsAwaitingNext,
      hasAll: total !== null && total.total === left.count,
      newest: isCurrent && shown.offset === 0 ? newestOn(rows) : null,
      sampleId: nextPhoto(rows, 0, 1)?.photo.id ?? null,
    }
  }
}

/** The first rows of the list, where those are its newest, or all. */
function newestEnd(rows: PhotoRows): readonly (number | null)[] | null {
  const ids = Array.from({ length: Math.min(mostNewest, rows.count) }, (_, index) => {
    const row = rows.at(index)
    return row ? photoIdOf(row) : null
  })
  return idOrderOf(ids) === 'descending' || ids.length < mostNewest ? ids : null
}
