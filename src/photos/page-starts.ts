import { livesFor } from '../base/lifetimes'
import { offsetOf, type PageRead } from '../queue/page'
import { startAt, startBehind, startInFront, startWithout, type PageStart } from '../queue/page-start'
import { decidedBetween } from '../desk/ledger/decided'
import type { Row } from '../cloudcard/photo'
import type { PhotoSearch } from './photo-search'

/** A page of a list, and when it was read, by `browserClock`. */
export type PhotoPage = PageRead<Row> & { readAt: number }

export type Place = Pick<PhotoSearch, 'status' | 'max' | 'page'>

/**
 * Where the pages lie that are next to one that was shown here: behind its last photo, or in front of its first, wherever
 * that is by now. Kept as long as the app is open; a reload or a link begins at (page − 1) · max.
 */
const starts = new Map<string, PageStart>()

livesFor('read', () => starts.clear())

const keyOf = ({ status, max, page }: Place) => `${status} ${max} ${page}`

export function pageStart(place: Place): PageStart {
  const known = starts.get(keyOf(place))
  if (known) return known
  if (place.page === 1) return startAt(0)
  const next = starts.get(keyOf({ ...place, page: place.page + 1 }))
  return startAt(next ? Math.max(0, next.offset - place.max) : offsetBehind(place))
}

/** Counted on from the nearest page that was shown, so that the pages behind it follow each other. */
function offsetBehind(place: Place): number {
  for (let page = place.page - 1; page > 1; page--) {
    const known = starts.get(keyOf({ ...place, page }))
    if (known) return known.offset + offsetOf(place.page - page + 1, place.max)
  }
  return offsetOf(place.page, place.max)
}

/**
 * To be told of each page that is shown: the next one follows it, and the one before ends
 * where it begins, unless that is where it was come from. Gives where the next one begins.
 */
export function rememberPage(place: Place, page: PhotoPage): PageStart {
  const start = pageStart(place)
  // It stays where it began: it must not be taken for the page in front of what it has itself led to.
  starts.set(keyOf(place), start)
  // The page's place is that of when it was read: who had been decided by then must not move what follows once more.
  const known = startWithout(start, decidedBetween(place.status, 0, page.readAt))
  const shown = { ...page, ids: page.rows.map(photoIdOf) }
  const behind = startBehind(known, shown)
  starts.set(keyOf({ ...place, page: place.page + 1 }), behind)
  if (place.page > 1 && start.before.length === 0 && shown.ids.length > 0) {
    // The first page is all there is in front: nothing comes before it.
    const inFront = startInFront(start, shown, place.max, place.page === 2)
    starts.set(keyOf({ ...place, page: place.page - 1 }), inFront)
  }
  return behind
}

export const photoIdOf = (row: Row): number | null => (row.kind === 'photo' ? row.photo.id : row.row.id)
