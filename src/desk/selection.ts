import { photosStandIn } from '../cloudcard/known-photos'
import type { Photo } from '../cloudcard/photo'
import { createStore, useStore } from '../base/store'
import { livesFor } from '../base/lifetimes'
import { lostByReload } from '../base/reload'
import { isDecidable } from './verdicts/verdicts'

// One map for all, and a number that tells of its changes: with thousands in it, a copy for each would be felt.
const chosen = new Map<number, Photo>()
const changes = createStore(0)

/** They were chosen in the list of this status. */
let ofStatus: string | null = null
/** From here a range goes. */
let anchor: number | null = null

/** The photos that are chosen to be decided together, by id, as they were last seen, in the order of choosing. */
export const selection: ReadonlyMap<number, Photo> = chosen

const publish = () => changes.set(changes.get() + 1)

/** Draws its caller again with each change; the map stays the same one. */
export function useSelection(): ReadonlyMap<number, Photo> {
  useStore(changes)
  return selection
}

/** What is computed from the selection, for callers that are drawn again only where that is another value. */
export function useOfSelection<T>(compute: (selection: ReadonlyMap<number, Photo>) => T): T {
  return useStore(changes, () => compute(chosen))
}

export function useIsSelected(photoId: number): boolean {
  return useOfSelection((selection) => selection.has(photoId))
}

/** Where a range begins: the photo that was chosen, or let go, last. */
export const rangeAnchor = (): number | null => anchor

/** Those that are decided in no status are passed over. */
export function select(photos: Iterable<Photo>, isSelected: boolean, from: number | null = null): void {
  for (const photo of photos) {
    if (!isSelected) chosen.delete(photo.id)
    else if (isDecidable(photo.status)) chosen.set(photo.id, photo)
  }
  anchor = from
  publish()
}

/** It was decided: there is nothing more to choose it for. */
export function letGo(photoId: number): void {
  if (chosen.delete(photoId)) publish()
}

export function clearSelection(): void {
  anchor = null
  if (chosen.size === 0) return
  chosen.clear()
  publish()
}

livesFor('read', clearSelection)
// Also where no later part of the app could be loaded.
lostByReload(() => (chosen.size === 0 ? null : `the selection (${chosen.size})`))

/** Another list begins without one. */
export function keepSelectionFor(status: string): void {
  if (ofStatus !== status) clearSelection()
  ofStatus = status
}

photosStandIn({
  lookUp: () => (id) => chosen.get(id),
  all: () => chosen.values(),
  put(_, photos) {
    if (![...photos.keys()].some((id) => chosen.has(id))) return
    const inOrder = [...chosen]
    chosen.clear()
    for (const [id, photo] of inOrder) {
      const known = photos.get(id) ?? photo
      chosen.set(known.id, known)
    }
    if (anchor !== null) anchor = photos.get(anchor)?.id ?? anchor
    publish()
  },
})
