import { memo } from 'react'
import type { PhotoRows } from '../../photos/photo-rows'
import { placedRows } from '../collection/placed-rows'
import { Tile, UnreadableTile } from './tile'

/** So many rows may be in sight before anything is scrolled; their pictures are not put off. */
const rowsAboveFold = 4

/**
 * Tiles side by side.
 *
 * @param index of the row, from 0
 * @param top in px, as the height
 */
export const TileRow = memo(function TileRow({
  rows,
  index: row,
  columns,
  top,
  height,
}: {
  rows: PhotoRows
  index: number
  columns: number
  top: number
  height: number
}) {
  const start = row * columns
  const indexes = Array.from({ length: columns }, (_, column) => start + column)
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className="photo-tile-row absolute inset-x-(--tile-edge) grid gap-x-(--tile-gap) contain-layout contain-paint contain-style"
      style={{
        top,
        height: `calc(${height}px - var(--tile-gap))`,
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
      }}
    >
      {placedRows(rows, indexes).map((placed) => {
        const { key, index } = placed
        const place = { index, column: index - start + 1 }
        return placed.kind === 'photo' ? (
          <Tile key={key} {...place} photo={placed.photo} isLazy={row >= rowsAboveFold} />
        ) : (
          <UnreadableTile key={key} {...place} row={placed.row} />
        )
      })}
    </div>
  )
})
