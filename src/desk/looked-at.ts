import type { Photo } from '../cloudcard/photo'
import { livesFor } from '../base/lifetimes'
import { createStore, useStore } from '../base/store'

/** Tells one look of a photo from another: whose picture or version has changed has not been looked at as it is now. */
export const lookOf = ({ id, version, picture }: Photo): string => `${id} ${version} ${picture.urls[0]}`

const lookedAt = new Set<string>()
livesFor('read', () => lookedAt.clear())
const changes = createStore(0)

export const isLookedAt = (photo: Photo): boolean => lookedAt.has(lookOf(photo))

/** Draws its caller again when more was looked at. */
export const useLookedAt = (): number => useStore(changes)

export const useIsLookedAt = (photo: Photo): boolean => useStore(changes, () => isLookedAt(photo))

export function noteLookedAt(photos: Iterable<Photo>): void {
  const before = lookedAt.size
  for (const photo of photos) lookedAt.add(lookOf(photo))
  if (lookedAt.size > before) changes.set(changes.get() + 1)
}
