import { memo } from 'react'
import type { PhotoRows } from '../../photos/photo-rows'
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
  const known = new Set<number>()
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
      {Array.from({ length: columns }, (_, column) => {
        const index = row * columns + column
        const place = { index, column: column + 1 }
        const content = rows.at(index)
        if (!content) return null
        if (content.kind === 'unreadable') {
          return <UnreadableTile key={`row ${index}`} {...place} row={content.row} />
        }
        const { photo } = content
        // An id that was sent twice is two tiles, as it was sent.
        const key = known.has(photo.id) ? `row ${index}` : photo.id
        known.add(photo.id)
        return <Tile key={key} {...place} photo={photo} isLazy={row >= rowsAboveFold} />
      })}
    </div>
  )
})
