import { createContext, useContext, type ComponentProps, type ReactNode, type RefObject } from 'react'
import type { Photo, Row } from '../../cloudcard/photo'
import { FastScrollContext } from '../../picture/fast-scroll'
import { createStore, useStore, type Store } from '../../base/store'
import type { Office } from '../../fields/kinds/field'
import { photoAt, type PhotoRows } from '../../photos/photo-rows'
import { onMeantPress } from '../../ui/meant-keys'
import type { PickPhoto } from './selecting'

/**
 * What the photos of a collection share. It stays the same object while they are stepped through, and each follows only its
 * own place in the store: moving on draws two of them, not all.
 */
export type Shared = {
  /** null: a photo leads nowhere, and a click chooses it. */
  addressOf: ((photoId: number) => string) | null
  /** null where nobody may choose. */
  onPick: PickPhoto | null
  /** A row of another status says its own; where every status is listed, each row does. */
  listStatus: string
  office: Office
  /** Where photos are judged, each says whether it was looked at, and what else there is to say of it before all else. */
  judging?: { noteOf: (photo: Photo) => string } | undefined
}

/** `stop` is the place of the one tab stop, `stopIndex` where it stands, `open` the photo in the pane. */
type Places = { stop: PlaceKey | null; stopIndex: number; open: number | null }

export const noPlaces: Places = { stop: null, stopIndex: 0, open: null }

/** A photo by its id; what could not be read, by where it stands. */
type PlaceKey = number | `row ${number}`

export const placeAt = (rows: PhotoRows, index: number): PlaceKey =>
  photoAt(rows, index)?.id ?? `row ${index}`

type PlacedRow = Row & { index: number; key: string }

/** The rows at these places, with a key for each: an id that was sent twice is two rows, as it was sent. */
export function placedRows(rows: PhotoRows, indexes: readonly number[]): PlacedRow[] {
  const seen = new Set<number>()
  return indexes.flatMap((index) => {
    const row = rows.at(index)
    if (!row) return []
    const isFirst = row.kind === 'photo' && !seen.has(row.photo.id)
    if (isFirst) seen.add(row.photo.id)
    return [{ ...row, index, key: isFirst ? String(row.photo.id) : `row ${index}` }]
  })
}

const CollectionContext = createContext<Shared & { places: Store<Places> }>({
  addressOf: null,
  onPick: null,
  listStatus: '',
  office: null,
  places: createStore(noPlaces),
})

/** Who uses it is drawn when the tab stop or the open photo comes to this place, or leaves it. */
export function usePlace(place: PlaceKey) {
  const { places, ...shared } = useContext(CollectionContext)
  const isStop = useStore(places, ({ stop }) => stop === place)
  const isOpen = useStore(places, ({ open }) => open === place)
  return { ...shared, isStop, isOpen }
}

/** What takes the focus at a place: the tile itself, or the link of a row. */
export function focusableOf(place: HTMLElement | null | undefined): HTMLElement | null {
  return place?.hasAttribute('tabindex') ? place : (place?.querySelector('a') ?? null)
}

/** A button of a row or a tile, which goes away when it is pressed. */
export function PlaceButton({
  photoId,
  onPress,
  className,
  ...button
}: ComponentProps<'button'> & { photoId: number; onPress: () => void }) {
  const { isStop } = usePlace(photoId)
  return (
    <button
      {...button}
      type="button"
      // The collection is one tab stop: only the place one stands on can be entered further.
      tabIndex={isStop ? 0 : -1}
      onClick={onMeantPress(({ currentTarget }) => {
        // The focus stays in its place.
        focusableOf(currentTarget.closest<HTMLElement>('[data-index]'))?.focus({ preventScroll: true })
        onPress()
      })}
      className={`min-h-6 text-xs text-accent ${className}`}
    />
  )
}

/** What scrolls. While a page is read, the pictures of the one before it are faint. */
export function CollectionFrame({
  scroller,
  collection: { shared, isFast },
  isBusy,
  className,
  children,
}: {
  scroller: RefObject<HTMLDivElement | null>
  collection: { shared: Shared & { places: Store<Places> }; isFast: Store<boolean> }
  isBusy: boolean
  className: string
  children: ReactNode
}) {
  return (
    <div
      ref={scroller}
      className={`overflow-y-auto bg-surface print:overflow-visible [&_img]:transition-opacity [&_img]:delay-150 [&_img]:duration-appear ${isBusy ? '[&_img]:opacity-50' : ''} ${className}`}
    >
      <FastScrollContext value={isFast}>
        <CollectionContext value={shared}>{children}</CollectionContext>
      </FastScrollContext>
    </div>
  )
}
