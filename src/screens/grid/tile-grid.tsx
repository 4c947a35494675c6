import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import { flushSync } from 'react-dom'
import { forwardClick } from '../../ui/text-click'
import { createStore } from '../../base/store'
import { FastScrollContext } from '../../picture/fast-scroll'
import { isAlternate, isModified } from '../../session/pressed'
import { useSettings } from '../../session/settings'
import type { PhotoTableHandle } from '../list/photo-table'
import type { Pick } from '../list/use-pick'
import { photoAt, type PhotoRows } from '../../photos/photo-rows'
import { tileForKey } from './tile-keys'
import { TileRow } from './tile-row'
import { TilesContext, type TilePlaces, type Tiles } from './tiles-context'
import { useVirtualTiles } from './use-virtual-tiles'
import './tile-grid.css'

/**
 * Tiles, however many: only the rows in sight are drawn. All of it is one tab stop; arrow keys move in two dimensions.
 *
 * @param link what Enter and a click do with a photo; null: they choose it
 * @param isForJudging what is decided by is looked at here: no tile is too small for it, and each says whether it was
 * @param renderHead gets the number of tiles side by side, and how many there can be at most
 */
export function TileGrid({
  label,
  rows,
  openPhoto = null,
  link,
  onOpen,
  onPick,
  noteOf = noNote,
  isForJudging = false,
  isBusy = false,
  renderHead,
  ref,
}: {
  label: string
  rows: PhotoRows
  openPhoto?: number | null
  link: Tiles['link']
  onOpen?: (photoId: number) => void
  onPick: Pick | null
  noteOf?: (photo: Parameters<Tiles['noteOf']>[0]) => string
  isForJudging?: boolean
  isBusy?: boolean
  renderHead: (shape: { columns: number; most: number }) => ReactNode
  ref?: Ref<PhotoTableHandle>
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { gridSize } = useSettings()
  const [places] = useState(() => createStore<TilePlaces>({ stop: 0, open: null }))
  const [stopIndex, setStopIndex] = useState(0)
  const virtual = useVirtualTiles(scroller, rows.count, { chosen: gridSize, isForJudging }, stopIndex)
  const { columns, most } = virtual
  const tiles = useMemo<Tiles>(
    () => ({ link, onPick, noteOf, isForJudging, places }),
    [link, onPick, noteOf, isForJudging, places],
  )

  function stopAt(index: number) {
    setStopIndex(index)
    places.set({ ...places.get(), stop: index })
  }

  function focusTile(index: number, framesLeft = 5) {
    if (index < 0 || index >= rows.count) return
    flushSync(() => stopAt(index))
    virtual.bringIntoSight(index)
    const tile = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    if (tile) {
      tile.focus({ preventScroll: true })
      tile.scrollIntoView({ block: 'nearest' })
    }
    // A grid that was hidden behind the pane draws its tiles once it knows its width again.
    else if (framesLeft > 0) requestAnimationFrame(() => focusTile(index, framesLeft - 1))
  }

  useImperativeHandle(ref, () => ({
    firstInSight: virtual.firstInSight,
    scrollToRow: virtual.scrollToTile,
    // Called from effects, in which React cannot draw the tile at once.
    focusRow: (photoId) =>
      queueMicrotask(() => focusTile(Math.max(0, photoId === null ? stopIndex : rows.indexOf(photoId)))),
  }))

  // The tab stop follows the open photo; else it stays with its photo, or goes to the first of new rows.
  const stopPhoto = useRef<number | null>(null)
  useLayoutEffect(() => {
    const wanted = openPhoto ?? stopPhoto.current
    const index = Math.max(0, wanted === null ? -1 : rows.indexOf(wanted))
    setStopIndex(index)
    places.set({ stop: index, open: openPhoto })
  }, [openPhoto, rows, places])
  useEffect(() => {
    stopPhoto.current = photoAt(rows, stopIndex)?.id ?? null
  }, [rows, stopIndex])

  // The open photo's tile is kept in sight, also when the pane beside it leaves less room.
  useEffect(() => {
    const open = openPhoto === null ? -1 : rows.indexOf(openPhoto)
    if (open >= 0) queueMicrotask(() => virtual.bringIntoSight(open))
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openPhoto, rows, columns])

  function onKeyDown(event: KeyboardEvent) {
    const { key, target, ctrlKey, metaKey, shiftKey, nativeEvent } = event
    const photo = photoAt(rows, stopIndex)
    // A button in the tile has its own.
    const isOnTile = !(target instanceof HTMLButtonElement)
    const isPlain = !isModified(nativeEvent)
    if (isOnTile && isPlain && (key === ' ' || (key === 'Enter' && !link))) {
      event.preventDefault()
      if (photo && onPick && !event.repeat) onPick(photo, shiftKey)
    } else if (isOnTile && isPlain && key === 'Enter' && photo && onOpen) {
      event.preventDefault()
      onOpen(photo.id)
    } else if (!isAlternate(nativeEvent)) {
      const grid = { count: rows.count, columns, rows: virtual.rowsPerPage }
      const index = tileForKey({ key, isWhole: ctrlKey || metaKey }, stopIndex, grid)
      if (index === null) return
      event.preventDefault()
      focusTile(index)
    }
  }

  return (
    <>
      {renderHead({ columns, most })}
      <div
        ref={scroller}
        // A window that is low scrolls as a whole: then what is judged has most of it.
        className={`overflow-y-auto bg-surface pb-3 print:overflow-visible ${isForJudging ? 'shrink-0 grow basis-[min(16rem,80dvh)]' : 'min-h-0 flex-1'}`}
      >
        <FastScrollContext value={virtual.isFast}>
          <TilesContext value={tiles}>
            <div
              role="grid"
              aria-label={label}
              aria-rowcount={virtual.rowCount}
              aria-colcount={columns}
              aria-multiselectable={onPick !== null || undefined}
              aria-busy={isBusy}
              tabIndex={-1}
              onKeyDown={onKeyDown}
              onClick={(event) => {
                if (link) forwardClick(event, (event.target as Element).closest('[role=gridcell]'))
              }}
              onFocus={({ target }) => {
                const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'])
                if (Number.isInteger(index)) stopAt(index)
              }}
              className={`photo-tiles relative outline-none [&_img]:transition-opacity [&_img]:delay-150 [&_img]:duration-appear ${isBusy ? '[&_img]:opacity-50' : ''}`}
              style={{ height: virtual.totalHeight }}
            >
              {virtual.rows.map(({ key, index, start, size }) => (
                <TileRow key={key} rows={rows} index={index} columns={columns} top={start} height={size} />
              ))}
            </div>
          </TilesContext>
        </FastScrollContext>
      </div>
    </>
  )
}

const noNote = () => ''
