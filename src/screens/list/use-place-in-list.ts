import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { address, useAddress } from '../../base/address'
import { livesFor } from '../../base/lifetimes'
import { pageOf } from '../../queue/page'
import { isFocusLeft } from '../../ui/keep-focus'
import { photoAt, type PhotoRows } from '../../photos/photo-rows'
import { formatSearch, type PerPage, type View } from '../../photos/photo-search'
import type { CollectionHandle } from '../collection/use-collection'
import type { PhotoList } from '../../photos/sources/photo-list'
import { openPhotoId, setSearch, useIsPhotoOpen } from '../../photos/shown-search'

/** Rows with their place in the list, as they are on the screen for what was asked. */
type Shown = { asked: string; rows: PhotoRows; offset: number }

/** The first row in sight, by its place in the list and by its photo. */
type Place = { asked: string; row: number; photoId: number | null }

/** By history entry: where one was in its list, for coming back to it. In memory, for the session. */
const places = new Map<string, Place>()
livesFor('read', () => places.clear())

/** While the list of the entry that was left is still on the screen, it does not change the place of the one come to. */
function keepPlace(entry: string, { asked, rows, offset }: Shown, index: number): void {
  const kept = places.get(entry)
  if (kept && kept.asked !== asked) return
  places.set(entry, { asked, row: offset + index, photoId: photoAt(rows, index)?.id ?? null })
}

/**
 * The row that was the first in sight when the same was asked under this entry, wherever its photo stands by now; else null,
 * and what is kept is forgotten.
 */
function keptRowOf(entry: string, { asked, rows, offset }: Shown): number | null {
  const place = places.get(entry)
  if (place?.asked !== asked) {
    places.delete(entry)
    return null
  }
  const index = place.photoId === null ? -1 : rows.indexOf(place.photoId)
  return index < 0 ? place.row : offset + index
}

/** Where one is in the list, after coming to it, closing the pane, turning the page or changing its size. */
export function usePlaceInList(
  { search, text, offset, isCurrent, rows }: PhotoList,
  heading: RefObject<HTMLElement | null>,
  /** The pane is closed for what is said at the end of the list, which takes the focus. */
  isAtEnd: boolean,
) {
  const entry = useAddress(({ entry }) => entry)
  const arrival = useAddress(({ arrival }) => arrival)
  const table = useRef<CollectionHandle>(null)

  // Closing the pane, by whatever way, leads back to the row it came from.
  const lastOpen = useRef<number | null>(null)
  const isOpen = useIsPhotoOpen()
  useEffect(() => {
    if (isOpen) {
      const keep = () => (lastOpen.current = openPhotoId() ?? lastOpen.current)
      keep()
      return address.subscribe(keep)
    }
    const last = lastOpen.current
    lastOpen.current = null
    if (last === null || isAtEnd) return undefined
    if (table.current) table.current.focusPhoto(last)
    else heading.current?.focus()
    return undefined
  }, [isOpen, heading, isAtEnd])

  // Coming from another page of the app, the focus goes to the photo one comes from, else to the heading.
  const cameFrom = useRef(photoCameFrom())
  useEffect(() => {
    if (cameFrom.current === null || !isCurrent) return
    if (cameFrom.current.photo !== undefined) table.current?.focusPhoto(cameFrom.current.photo)
    else if (isFocusLeft()) heading.current?.focus()
    cameFrom.current = null
  }, [isCurrent, heading])

  // The other view may have to be loaded first: then it is scrolled once it is there.
  const awaitedRow = useRef<number | null>(null)
  const attachTable = useCallback((handle: CollectionHandle | null) => {
    table.current = handle
    const row = awaitedRow.current
    if (handle === null || row === null) return
    awaitedRow.current = null
    handle.scrollTo(row)
  }, [])

  // Another page, or another search, begins at its top; another size of page at the row that was the first in sight; and
  // what is come back to where it was left.
  const place = `${formatSearch({ ...search, photo: null })} ${text}`
  const shownPlace = useRef<string | null>(null)
  const keptRow = useRef<number | null>(null)
  useEffect(() => {
    if (!isCurrent) return
    const shown = { asked: place, rows, offset }
    // A step to another photo, or closing it, is another entry of the same list.
    if (shownPlace.current === place) {
      if (table.current) keepPlace(entry, shown, table.current.firstInSight())
      return
    }
    const kept = keptRowOf(entry, shown)
    const wanted = keptRow.current ?? (arrival === 'history' ? kept : null)
    const row = (wanted ?? offset) - offset
    const isFirst = shownPlace.current === null
    shownPlace.current = place
    keptRow.current = null
    if (isFirst && wanted === null) return
    if (table.current) table.current.scrollTo(row)
    else awaitedRow.current = row
  }, [isCurrent, place, offset, rows, entry, arrival])

  const scrolling = useRef(0)
  /** To be told whenever the list is scrolled. */
  const onScroll = useCallback(() => {
    cancelAnimationFrame(scrolling.current)
    // The table hears of it after the list around it.
    scrolling.current = requestAnimationFrame(() => {
      if (isCurrent && shownPlace.current === place && table.current) {
        keepPlace(entry, { asked: place, rows, offset }, table.current.firstInSight())
      }
    })
  }, [isCurrent, entry, place, rows, offset])

  /** While the page is still being read, what is in sight belongs to the one before it. */
  const keepRow = useCallback((): number => {
    const row = isCurrent ? offset + (table.current?.firstInSight() ?? 0) : (keptRow.current ?? offset)
    keptRow.current = row
    return row
  }, [isCurrent, offset])

  const setPerPage = useCallback(
    (max: PerPage) => setSearch({ max, page: pageOf(keepRow(), max) }),
    [keepRow],
  )
  const setView = useCallback(
    (view: View) => {
      keepRow()
      setSearch({ view })
    },
    [keepRow],
  )
  /** Where one stood last in it. */
  const focusList = useCallback(() => {
    if (table.current) table.current.focusPhoto(null)
    else heading.current?.focus()
  }, [heading])
  return { setPerPage, setView, attachTable, focusList, onScroll }
}

/** null where the document began here: then the browser has the focus. */
function photoCameFrom(): { photo?: number } | null {
  const { arrival, state } = address.get()
  return arrival === 'load' ? null : ((state ?? {}) as { photo?: number })
}
