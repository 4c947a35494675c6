import { createStore } from '../components/store'

/** The photos that were put aside in this session; in memory only. */
export const skippedPhotos = createStore<ReadonlySet<number>>(new Set())

export function skipPhoto(id: number): void {
  skippedPhotos.set(new Set([...skippedPhotos.get(), id]))
}

export function forgetSkipped(): void {
  skippedPhotos.set(new Set())
}
