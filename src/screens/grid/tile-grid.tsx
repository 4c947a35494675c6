import { useMemo, useRef, type ReactNode, type Ref } from 'react'
import type { PhotoRows } from '../../photos/photo-rows'
import type { ListSearch } from '../../photos/photo-search'
import { openPhoto } from '../../photos/shown-search'
import { isAlternate } from '../../session/pressed'
import { useSettings } from '../../session/settings'
import type { Shared } from '../collection/collection-context'
import { CollectionFrame } from '../collection/collection-frame'
import { useCollection, type CollectionHandle } from '../collection/use-collection'
import { useMeasured } from '../collection/use-lines'
import { gridShape, tileSpace } from './grid-shape'
import { tileForKey } from './tile-keys'
import { TileRow } from './tile-row'
import './tile-grid.css'

/** Without the scroll bar; text of another size makes other tiles. */
const roomOf = ({ clientWidth: width, clientHeight: height }: HTMLElement) => ({
  width,
  height,
  rem: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16,
})
const noRoom = { width: 0, height: 0, rem: 16 }

/**
 * Photos as tiles; arrow keys move in two dimensions.
 *
 * @param search of the list whose photos they are, which Enter and a click open; null: they are chosen so
 * @param judging what is decided by is looked at here: no tile is too small for it
 * @param renderHead gets the number of tiles side by side, and how many there can be at most
 */
export function TileGrid({
  label,
  rows,
  search = null,
  judging,
  isBusy = false,
  renderHead,
  ref,
}: {
  label: string
  rows: PhotoRows
  search?: ListSearch | null
  judging?: Shared['judging']
  isBusy?: boolean
  renderHead: (shape: { columns: number; most: number }) => ReactNode
  ref?: Ref<CollectionHandle>
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { gridSize } = useSettings()
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
      {renderHead({ columns, most })}
      <CollectionFrame
        {...{ scroller, collection, isBusy }}
        // A window that is low scrolls as a whole: then what is judged has most of it.
        className={`pb-3 ${judging ? 'shrink-0 grow basis-[min(16rem,80dvh)]' : 'min-h-0 flex-1'}`}
      >
        <div
          role="grid"
          aria-label={label}
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
