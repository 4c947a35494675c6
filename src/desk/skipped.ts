import { useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { createStore } from '../base/store'
import { followPhotoIds } from '../cloudcard/known-photos'
import { livesFor } from '../base/lifetimes'
import { keptInTab } from '../base/kept'

const storageKey = 'loupe.skipped'
const storedSchema = v.pipe(v.string(), v.parseJson(), v.array(v.number()))

/**
 * The photos that were put aside in this session. Their numbers outlive a reload, in sessionStorage, and end with the
 * session.
 */
export const skippedPhotos = createStore<ReadonlySet<number>>(new Set(stored()))

export function skipPhoto(id: number): void {
  const ids = new Set([...skippedPhotos.get(), id])
  skippedPhotos.set(ids)
  keep([...ids])
}

followPhotoIds((from, to) => {
  if (!skippedPhotos.get().has(from)) return
  const ids = new Set([...skippedPhotos.get()].map((id) => (id === from ? to : id)))
  skippedPhotos.set(ids)
  keep([...ids])
})

livesFor('read', () => {
  skippedPhotos.set(new Set())
  keep([])
})

export function useIsSkipped(photoId: number): boolean {
  return useSyncExternalStore(skippedPhotos.subscribe, () => skippedPhotos.get().has(photoId))
}

function keep(ids: readonly number[]): void {
  if (ids.length === 0) keptInTab.remove(storageKey)
  else keptInTab.set(storageKey, JSON.stringify(ids))
}

function stored(): number[] {
  const ids = v.safeParse(storedSchema, keptInTab.get(storageKey))
  return ids.success ? ids.output : []
}
