import * as v from 'valibot'
import { parsedAs } from '../base/parsed'
import { createStore, useStore } from '../base/store'
import { followPhotoIds } from '../cloudcard/known-photos'
import { livesFor } from '../base/lifetimes'
import { keptInTab } from '../base/kept'

const storageKey = 'loupe.skipped'

/** The photos that were put aside in this session. Their numbers outlive a reload, in sessionStorage, and end with it. */
export const skippedPhotos = createStore<ReadonlySet<number>>(
  new Set(parsedAs(v.array(v.number()), keptInTab.get(storageKey))),
)
livesFor('read', () => skippedPhotos.set(new Set()))

skippedPhotos.subscribe(() => {
  const ids = [...skippedPhotos.get()]
  if (ids.length === 0) keptInTab.remove(storageKey)
  else keptInTab.set(storageKey, JSON.stringify(ids))
})

export const skipPhoto = (id: number): void => skippedPhotos.set(new Set([...skippedPhotos.get(), id]))

followPhotoIds((from, to) => {
  const ids = skippedPhotos.get()
  if (ids.has(from)) skippedPhotos.set(new Set([...ids].map((id) => (id === from ? to : id))))
})

export const useIsSkipped = (photoId: number): boolean => useStore(skippedPhotos, (ids) => ids.has(photoId))
