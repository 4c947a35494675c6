import type { Row } from '../../cloudcard/photo'
import type { PhotoRows } from '../../photos/photo-rows'

type PlacedRow = Row & { index: number; key: string }

/** The rows at these places, with a key for each: an id that was sent twice is two rows, as it was sent. */
export function placedRows(rows: PhotoRows, indexes: readonly number[]): PlacedRow[] {
  const seen = new Set<number>()
  return indexes.flatMap((index) => {
    const row = rows.at(index)
    if (!row) return []
    const isFirst = row.kind === 'photo' && !seen.has(row.photo.id)
    if (isFirst) seen.add(row.photo.id)
    return [{ ...row, index, key: isFirst ? String(row.photo.id) : `row ${index}` }]
  })
}
