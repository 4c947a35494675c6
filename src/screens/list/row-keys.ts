import { photoAt, nextPhoto, type PhotoRows } from '../../photos/photo-rows'

/** A key for each of these rows: an id that was sent twice is two rows, as it was sent. */
export function rowKeys(rows: PhotoRows, indexes: readonly number[]): string[] {
  const seen = new Set<number>()
  return indexes.map((index) => {
    const photo = photoAt(rows, index)
    if (!photo || seen.has(photo.id)) return `row ${index}`
    seen.add(photo.id)
    return String(photo.id)
  })
}

/** Where a key leads from a row, past rows that have no link; null for a key that is not ours. */
export function rowForKey(key: string, from: number, rows: PhotoRows): number | null {
  const steps: Record<string, () => ReturnType<typeof nextPhoto>> = {
    ArrowDown: () => nextPhoto(rows, from + 1, 1),
    ArrowUp: () => nextPhoto(rows, from - 1, -1),
    Home: () => nextPhoto(rows, 0, 1),
    End: () => nextPhoto(rows, rows.count - 1, -1),
  }
  if (!Object.hasOwn(steps, key)) return null
  return steps[key]?.()?.index ?? from
}
