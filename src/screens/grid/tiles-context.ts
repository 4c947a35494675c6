import { createContext, useContext, useSyncExternalStore, type MouseEvent } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { createStore, type Store } from '../../base/store'
import type { Pick } from '../list/use-pick'

/**
 * What the tiles of a grid share. It stays the same object while one moves among them, and each tile follows only its
 * own place in the store.
 */
export type Tiles = {
  /** null: they lead nowhere, and a click chooses. */
  link: { hrefOf: (photoId: number) => string; onClick: (event: MouseEvent, photoId: number) => void } | null
  /** null where nobody may choose. */
  onPick: Pick | null
  /** What else there is to say of a photo, before all else. */
  noteOf: (photo: Photo) => string
  /** Each says whether it was looked at. */
  isForJudging: boolean
  places: Store<TilePlaces>
}

/** `stop` is the place of the one tab stop of the grid, from 0; `open` the photo in the pane. */
export type TilePlaces = { stop: number; open: number | null }

export const TilesContext = createContext<Tiles>({
  link: null,
  onPick: null,
  noteOf: () => '',
  isForJudging: false,
  places: createStore<TilePlaces>({ stop: 0, open: null }),
})

export function useTile(index: number, photoId: number | null) {
  const { places, ...tiles } = useContext(TilesContext)
  const isStop = useSyncExternalStore(places.subscribe, () => places.get().stop === index)
  const isOpen = useSyncExternalStore(
    places.subscribe,
    () => photoId !== null && places.get().open === photoId,
  )
  return { ...tiles, isStop, isOpen }
}
