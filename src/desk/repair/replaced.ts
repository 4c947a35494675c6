import * as v from 'valibot'
import { keptInTab } from '../../base/kept'
import { livesFor } from '../../base/lifetimes'
import { parsedAs } from '../../base/parsed'
import { createStore } from '../../base/store'
import { followPhotoIds } from '../../cloudcard/known-photos'
import { isPhotoId } from '../../cloudcard/photo-id'

const storageKey = 'loupe.replaced'
const stored = parsedAs(v.array(v.array(v.number())), keptInTab.get(storageKey))?.flatMap(
  // Newer photos have greater numbers, so that no chain of them has a circle.
  ([was = 0, id = 0]) => (isPhotoId(was) && isPhotoId(id) && was < id ? [[was, id] as const] : []),
)

/**
 * Which photo has taken the place of which in this session, by their numbers: whatever still leads to the old one leads to
 * the new one. They outlive a reload, in sessionStorage.
 */
export const replacedPhotos = createStore<ReadonlyMap<number, number>>(new Map(stored))

livesFor('work', () => {
  replacedPhotos.set(new Map())
  keptInTab.remove(storageKey)
})

followPhotoIds(noteReplaced)

export function noteReplaced(was: number, id: number): void {
  if (was === id) return
  // What leads round in a circle leads nowhere.
  const pairs = new Map([...replacedPhotos.get(), [was, id] as const])
  pairs.delete(id)
  replacedPhotos.set(pairs)
  keptInTab.set(storageKey, JSON.stringify([...pairs]))
}

export const isReplaced = (photoId: number): boolean => replacedPhotos.get().has(photoId)

/** Whether it has taken the place of another one. */
export const isReplacement = (photoId: number): boolean =>
  replacedPhotos.get().size > 0 && [...replacedPhotos.get().values()].includes(photoId)

/** The photo that a number leads to by now. */
export function currentId(photoId: number): number {
  let id = photoId
  for (let next = replacedPhotos.get().get(id); next !== undefined; next = replacedPhotos.get().get(id))
    id = next
  return id
}
