import { forKey, listKeys } from '../../desk/commands/list-keys'
import { nextPhoto, type PhotoRows } from '../../photos/photo-rows'

/** Where a key leads from a row, past rows that have no link; null for a key that is not ours. */
export function rowForKey(key: string, from: number, rows: PhotoRows): number | null {
  const step = forKey<{ to: number; by: 1 | -1 }>(key, [
    [listKeys.nextRow, { to: from + 1, by: 1 }],
    [listKeys.previousRow, { to: from - 1, by: -1 }],
    [listKeys.firstRow, { to: 0, by: 1 }],
    [listKeys.lastRow, { to: rows.count - 1, by: -1 }],
  ])
  return step ? (nextPhoto(rows, step.to, step.by)?.index ?? from) : null
}
