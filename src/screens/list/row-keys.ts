import { firstRow, forKey, lastRow, nextRow, previousRow } from '../../desk/commands/list-keys'
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
  const step = forKey<{ to: number; by: 1 | -1 }>(key, [
    [nextRow, { to: from + 1, by: 1 }],
    [previousRow, { to: from - 1, by: -1 }],
    [firstRow, { to: 0, by: 1 }],
    [lastRow, { to: rows.count - 1, by: -1 }],
  ])
  return step ? (nextPhoto(rows, step.to, step.by)?.index ?? from) : null
}
