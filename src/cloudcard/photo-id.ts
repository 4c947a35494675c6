/** Whether a photo can have this number, and be asked for by it: a whole one above 0 that is exact. */
export const isPhotoId = (id: number): boolean => Number.isSafeInteger(id) && id > 0

/** The number of a photo in an address, as Loupe writes it; null for anything else. */
export function photoIdIn(text: string): number | null {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : Number.NaN
  return isPhotoId(id) ? id : null
}
