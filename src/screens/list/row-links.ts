import { createContext, useContext, useSyncExternalStore, type MouseEvent } from 'react'
import { createStore, type Store } from '../../base/store'
import type { Pick } from './use-pick'

/**
 * What the links of the rows share. It stays the same object while photos are stepped through, and each link follows
 * only its own place in the store: moving on draws two links, not all of them.
 */
export type RowLinks = {
  hrefOf: (photoId: number) => string
  /** Opens without loading the page again; a click that asks for a new tab or window is the browser's. */
  onClick: (event: MouseEvent<Element>, photoId: number) => void
  /** null where nobody may choose. */
  onPick: Pick | null
  /** Of those whose detail was read; lists carry none. */
  names: ReadonlyMap<number, string> | undefined
  /** A row of another status says its own; where every status is listed, each row does. */
  listStatus: string
  /** `stop` is the photo whose link is the one tab stop of the table, `open` the one in the pane. */
  places: Store<RowPlaces>
}

export type RowPlaces = { stop: number | null; open: number | null }

export const RowLinksContext = createContext<RowLinks>({
  hrefOf: () => '',
  onClick: () => {},
  onPick: null,
  names: undefined,
  listStatus: '',
  places: createStore<RowPlaces>({ stop: null, open: null }),
})

export function useRowLink(photoId: number) {
  const { places, ...links } = useContext(RowLinksContext)
  const isStop = useSyncExternalStore(places.subscribe, () => places.get().stop === photoId)
  const isOpen = useSyncExternalStore(places.subscribe, () => places.get().open === photoId)
  return { ...links, isStop, isOpen }
}

/** To find the link of a photo again, for the focus. */
export const rowLinkId = (photoId: number) => `photo-${photoId}`
