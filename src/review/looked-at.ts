import type { Photo } from '../api/photo'
import { createStore, useStore } from '../components/store'

// A photo whose picture or version has changed has not been looked at as it is now.
const keyOf = ({ id, version, picture }: Photo) => `${id} ${version} ${picture.urls[0]}`

const lookedAt = new Set<string>()
const changes = createStore(0)

export const isLookedAt = (photo: Photo): boolean => lookedAt.has(keyOf(photo))

/** Draws its caller again when more was looked at. */
export const useLookedAt = (): number => useStore(changes)

export function noteLookedAt(photos: Iterable<Photo>): void {
  const before = lookedAt.size
  for (const photo of photos) lookedAt.add(keyOf(photo))
  if (lookedAt.size > before) changes.set(changes.get() + 1)
}

export function forgetLookedAt(): void {
  lookedAt.clear()
}
