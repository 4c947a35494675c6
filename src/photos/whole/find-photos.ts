import { memo } from '../../base/memo'
import type { Names } from '../../cloudcard/cardholder-names'
import type { Photo, Row } from '../../cloudcard/photo'
import { passes, type Found } from '../../queue/find-slots'
import { wordsOf } from '../../queue/fold'
import { idOrderOf } from '../../queue/news'
import type { RowIndex } from '../../queue/row-index'
import { countsFrom, facetsOf, numbersOf, sortByOf } from '../filters/filter-facets'
import type { Filters } from '../filters/filters'
import { photoIdOf } from '../page-starts'
import type { PhotoRows } from '../photo-rows'
import type { Sort } from '../../fields/fields'
import type { Thresholds } from '../../fields/kinds/grade'
import { yieldToBrowser } from '../../base/yield-to-browser'

/** What is asked of a whole status. */
export type Question = {
  text: string
  filters: Filters
  /** null: not known yet, and then no score has a grade. */
  thresholds: Thresholds | null
  sort: Sort | null
}

export type Finding = Awaited<ReturnType<typeof findPhotos>>

const newestCount = 25

/**
 * At once, or in short tasks where it takes longer than a part of a frame; throws, or rejects with, the signal's reason.
 *
 * @param names by which it may be sorted
 */
export function findPhotos(
  index: RowIndex<Row>,
  question: Question,
  names: Names | undefined,
  signal: AbortSignal,
) {
  const { text, filters, thresholds, sort } = question
  const query = {
    words: wordsOf(text),
    facets: sameFacets(filters, thresholds),
    sort: sort && sortByOf(sort, names),
  }
  /** So many photos were looked through. */
  const searched = index.size
  const found = index.find(query, { signal, pause: yieldToBrowser })
  return found instanceof Promise ? found.then(findingOf) : findingOf(found)

  function findingOf(found: Found) {
    const { slots } = found
    /** What matches, in the order asked for. */
    const rows: PhotoRows = {
      count: slots.length,
      at: (place) => (place >= 0 && place < slots.length ? index.rowAt(slots[place] ?? -1) : undefined),
      indexOf: (photoId) => index.placeOf(found, photoId),
      placesOf: (photoIds) => index.placesOf(found, photoIds),
    }
    /** The counts without some photos. */
    const countsWithout = (photoIds: Iterable<number>) => {
      const among = index.countAmong(photoIds, query)
      const rest = found.counts.map((options, facet) =>
        options.map((count, option) => Math.max(0, count - (among[facet]?.[option] ?? 0))),
      )
      return countsFrom(rest)
    }
    const [counts, newest] = [sameCounts(found.counts), newestOf(index)]
    return { question, rows, counts, countsWithout, index, searched, newest }
  }
}

/** In another order they are the same: nothing that shows them is drawn. */
const sameCounts = memo(countsFrom)

/** While somebody types or sorts, the filters are the same: what they say of each row need not be asked again. */
const sameFacets = memo(facetsOf)

/** The ids at that end of the list where photos arrive. */
function newestOf(index: RowIndex<Row>): readonly (number | null)[] {
  const first = index.end(newestCount).map(photoIdOf)
  return idOrderOf(first) === 'ascending' ? index.end(-newestCount).map(photoIdOf) : first
}

/** Whether the filters let a photo through that is in no index. */
export function passesFilters(photo: Photo, { filters, thresholds }: Question): boolean {
  return passes(numbersOf({ kind: 'photo', photo }), facetsOf(filters, thresholds))
}
