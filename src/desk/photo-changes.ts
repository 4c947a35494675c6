import type { Photo } from '../cloudcard/photo'

type PhotoListener = (photo: Photo) => void
const photoListeners = new Set<PhotoListener>()

/** Called with each photo that a decision, made here or met elsewhere, has changed. */
export function onPhotoChanged(listener: PhotoListener): () => void {
  photoListeners.add(listener)
  return () => photoListeners.delete(listener)
}

export function tellPhotoChanged(photo: Photo): void {
  for (const listener of photoListeners) listener(photo)
}
