import { useQuery } from '@tanstack/react-query'
import { memo, useMemo, useRef, type ReactNode } from 'react'
import { namesQuery, type Names } from '../../cloudcard/cardholder-names'
import type { PhotoRows } from '../../photos/photo-rows'
import type { ListSearch } from '../../photos/photo-search'
import { openPhoto } from '../../photos/shown-search'
import { isAlternate } from '../../session/pressed'
import { changeSettings, gridSizes, useSettings } from '../../session/settings'
import { CollectionFrame, placedRows, type Shared } from '../collection/collection-context'
import { useCollection, type ListLayoutProps } from '../collection/use-collection'
import { useMeasured } from '../collection/use-lines'
import { gridShape, tileSpace } from './grid-shape'
import { Tile, UnreadableTile } from './tile'
import { tileForKey } from './tile-keys'
import './tile-grid.css'

/** Without the scroll bar; text of another size makes other tiles. */
const roomOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({
  width,
  height,
  rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
})
const noRoom = { width: 0, height: 0, rem: 16 }

/** Photos as tiles; arrow keys move in two dimensions. Those of a `search` are opened by Enter and a click, others chosen. */
export function TileGrid({
  caption,
  rows,
  search = null,
  judging,
  isBusy = false,
  head,
  tools,
  ref,
}: Pick<ListLayoutProps, 'ref'> & {
  caption: string
  rows: PhotoRows
  search?: ListSearch | null
  judging?: Shared['judging']
  isBusy?: boolean
  head: ReactNode
  tools?: ReactNode
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { gridSize } = useSettings()
  const { data: names } = useQuery(namesQuery)
  const { width, height, rem } = useMeasured(scroller, roomOf, noRoom)
  const room = judging ? height : null
  const { columns, most, rowHeight } = useMemo(
    () => gridShape({ width, height: room }, gridSize, rem),
    [width, room, gridSize, rem],
  )
  const collection = useCollection(scroller, {
    rows,
    search,
    shape: {
      perLine: width === 0 ? 0 : columns,
      lineHeight: rowHeight,
      above: 12,
      overscan: 1,
      // What is decided by is drawn as it is looked at.
      isWholeIfShort: !judging,
    },
    onEnter: (photo, isRange) => (search ? openPhoto(photo.id) : onPick?.(photo, isRange)),
    step({ key, ctrlKey, metaKey, nativeEvent }, from, linesInSight) {
      if (isAlternate(nativeEvent)) return null
      const grid = { count: rows.count, columns, rows: linesInSight() }
      return tileForKey({ key, isWhole: ctrlKey || metaKey }, from, grid)
    },
    ref,
    judging,
  })
  const { onPick } = collection.shared
  const { drawn, lineCount, topOf } = collection.lines
  return (
    <>
      <div className="flex min-h-8 shrink-0 flex-wrap print:hidden items-center gap-x-4 border-b border-line bg-surface px-4 text-xs">
        {head}
        <div className="ml-auto flex flex-wrap items-center gap-x-4 [&_select]:h-6 [&_select]:border-transparent">
          {tools}
          <SizeSlider columns={columns} most={most} />
        </div>
      </div>
      <CollectionFrame
        {...{ scroller, collection, isBusy }}
        // A window that is low scrolls as a whole: then what is judged has most of it.
        className={`pb-3 ${judging ? 'shrink-0 grow basis-[min(16rem,80dvh)]' : 'min-h-0 flex-1'}`}
      >
        <div
          role="grid"
          aria-label={caption}
          aria-rowcount={lineCount}
          aria-colcount={columns}
          aria-multiselectable={onPick !== null || undefined}
          aria-busy={isBusy}
          tabIndex={-1}
          {...collection.body}
          className="photo-tiles relative outline-none"
          style={{ ...collection.body.style, ...tileSpace }}
        >
          {drawn.map(({ index }) => (
            <TileRow
              key={index}
              rows={rows}
              names={names}
              index={index}
              columns={columns}
              top={topOf(index)}
              height={rowHeight}
            />
          ))}
        </div>
      </CollectionFrame>
    </>
  )
}

/** So many rows may be in sight before anything is scrolled; their pictures are not put off. */
const rowsAboveFold = 4

/** Tiles side by side; lengths in px. */
const TileRow = memo(function TileRow({
  rows,
  names,
  index: row,
  columns,
  top,
  height,
}: {
  rows: PhotoRows
  names: Names | undefined
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
          <Tile
            key={key}
            {...place}
            photo={placed.photo}
            knownName={names?.get(placed.photo.id)}
            isLazy={row >= rowsAboveFold}
          />
        ) : (
          <UnreadableTile key={key} {...place} row={placed.row} />
        )
      })}
    </div>
  )
})

/** How large the photos are: so many stand side by side, of as many as can. Kept on this device. */
function SizeSlider({ columns, most }: { columns: number; most: number }) {
  const fewest = gridSizes[0] ?? 1
  // One that can only stay where it is, is none.
  if (most <= fewest) return null
  return (
    <label className="flex items-center gap-2 text-text-2">
      <span className="whitespace-nowrap">Photos per row</span>
      <input
        type="range"
        min={fewest}
        max={most}
        value={columns}
        onChange={({ target }) => changeSettings({ gridSize: Number(target.value) })}
        className="h-6 w-28 min-w-0 accent-accent-fill"
      />
      <span aria-hidden="true" className="w-4 text-right">
        {columns}
      </span>
    </label>
  )
}
