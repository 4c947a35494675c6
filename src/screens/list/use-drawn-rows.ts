import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { photoAt, type PhotoRows } from '../../photos/photo-rows'
import { photoFeatures, type PhotoColumns, type PhotoRow } from './photo-columns'
import { rowKeys } from './row-keys'

/** So many rows may be in sight before anything is scrolled; their pictures are not put off. */
const aboveFold = 14

/**
 * What React Table makes of the rows that are drawn, and a key for each of them.
 *
 * @param drawn their indexes; the same array while a page that stands whole is scrolled, for which nothing is made anew
 */
export function useDrawnRows(drawn: readonly { index: number }[], rows: PhotoRows, columns: PhotoColumns) {
  const data = useMemo(
    () =>
      drawn.flatMap(({ index }): PhotoRow[] => {
        const photo = photoAt(rows, index)
        return photo ? [{ photo, isBelowFold: index >= aboveFold }] : []
      }),
    [drawn, rows],
  )
  const table = useTable({
    features: photoFeatures,
    columns,
    data,
    getRowId: ({ photo }) => String(photo.id),
  })
  const { rowsById } = table.getRowModel()
  const indexes = useMemo(() => drawn.map(({ index }) => index), [drawn])
  const keys = useMemo(() => rowKeys(rows, indexes), [rows, indexes])
  return { rowsById, keys }
}
