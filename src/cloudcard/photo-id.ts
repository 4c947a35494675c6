import { wholeNumberOf } from './lenient'

/** Whether a photo can have this number, and be asked for by it: a whole one above 0 that is exact. */
export const isPhotoId = (id: number): boolean => Number.isSafeInteger(id) && id > 0

/** The number of a photo as CloudCard sends it, which may be digits; null for anything else. */
export function photoIdFrom(value: unknown): number | null {
  const id = wholeNumberOf(value)
  return id !== null && isPhotoId(id) ? id : null
}

/** The number of a photo in an address, as Loupe writes it; null for anything else. */
export const photoIdIn = (text: string): number | null =>
  /^[1-9]\d{0,15}$/.test(text) ? photoIdFrom(text) : null
