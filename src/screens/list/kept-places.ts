import { livesFor } from '../../base/lifetimes'
import type { PhotoRows } from '../../photos/photo-rows'
import { photoAt } from '../../photos/photo-rows'

/** Rows with their place in the list, as they are on the screen for what was asked. */
type Shown = { asked: string; rows: PhotoRows; offset: number }

/** The first row in sight, by its place in the list and by its photo. */
type Place = { asked: string; row: number; photoId: number | null }

/** By history entry: where one was in its list, for coming back to it. In memory, for the session. */
const places = new Map<string, Place>()
livesFor('read', () => places.clear())

/** While the list of the entry that was left is still on the screen, it does not change the place of the one come to. */
export function keepPlace(entry: string, { asked, rows, offset }: Shown, index: number): void {
  const kept = places.get(entry)
  if (kept && kept.asked !== asked) return
  places.set(entry, { asked, row: offset + index, photoId: photoAt(rows, index)?.id ?? null })
}

/**
 * The row that was the first in sight when the same was asked under this entry, wherever its photo stands by now; else null,
 * and what is kept is forgotten.
 */
export function keptRowOf(entry: string, { asked, rows, offset }: Shown): number | null {
  const place = places.get(entry)
  if (place?.asked !== asked) {
    places.delete(entry)
    return null
  }
  const index = place.photoId === null ? -1 : rows.indexOf(place.photoId)
  return index < 0 ? place.row : offset + index
}
