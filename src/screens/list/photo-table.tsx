import { useQuery } from '@tanstack/react-query'
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
} from 'react'
import { flushSync } from 'react-dom'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { forwardClick, openHere } from '../../ui/text-click'
import { createStore } from '../../base/store'
import { paths } from '../../base/paths'
import { FastScrollContext } from '../../picture/fast-scroll'
import { isDecidable } from '../../desk/choices'
import { isModified } from '../../session/pressed'
import { useMayDecide } from '../../session/session'
import { useSettings } from '../../session/settings'
import { shownColumns } from './photo-columns'
import { photoAt, type PhotoRows } from '../../photos/photo-rows'
import { formatSearch, type PhotoSearch, type Sort } from '../../photos/photo-search'
import { PhotoTableHead } from './photo-table-head'
import { PhotoCells, UnreadableCells } from './photo-table-row'
import { firstLink, rowForKey } from './row-keys'
import { rowStyle } from './row-layout'
import { rowLinkId, RowLinksContext, type RowLinks, type RowPlaces } from './row-links'
import { useDrawnRows } from './use-drawn-rows'
import { usePick } from './use-pick'
import { useVirtualRows } from './use-virtual-rows'
import './photo-table.css'

export type PhotoTableHandle = {
  /** null: where one stood last. */
  focusRow: (photoId: number | null) => void
  /** Indexes count from 0 on this page. */
  firstInSight: () => number
  scrollToRow: (index: number) => void
}

/**
 * Rows, however many: only those in sight are drawn, and only they are given to React Table. The links are one tab
 * stop, arrow keys move among them.
 *
 * @param firstRowNumber the place of the first row in the whole queue, from 1
 * @param rowCount how many rows the whole queue has; null while that is not known
 * @param onOpen opens a photo in the pane; it must stay the same function while photos are stepped through
 */
export function PhotoTable({
  caption,
  search,
  onOpen,
  rows,
  firstRowNumber,
  rowCount,
  isBusy,
  onSort,
  ref,
}: {
  caption: string
  search: PhotoSearch
  onOpen: (photoId: number) => void
  rows: PhotoRows
  firstRowNumber: number
  rowCount: number | null
  isBusy: boolean
  onSort: (sort: Sort | null) => void
  ref: Ref<PhotoTableHandle>
}) {
  const { status, photo: openPhoto } = search
  const scroller = useRef<HTMLDivElement>(null)
  const [places] = useState(() => createStore<RowPlaces>({ stop: null, open: null }))
  const [stopIndex, setStopIndex] = useState(0)
  const { hiddenColumns } = useSettings()
  const isChoosing = useMayDecide() && isDecidable(status)
  const columns = useMemo(() => shownColumns(hiddenColumns, isChoosing), [hiddenColumns, isChoosing])
  const pick = usePick(rows)
  const virtual = useVirtualRows(scroller, rows.count, stopIndex)

  const drawn = virtual.rows
  const { rowsById, keys } = useDrawnRows(drawn, rows, columns)

  // The same while photos are stepped through: what a link says of the list does not depend on which one is open.
  const listQuery = formatSearch({ ...search, photo: null })
  const { data: names } = useQuery(namesQuery)
  const links = useMemo<RowLinks>(
    () => ({
      hrefOf: (photo) => paths.photos(`${listQuery}${listQuery ? '&' : '?'}photo=${photo}`),
      onClick: (event, photo) => openHere(event, () => onOpen(photo)),
      onPick: isChoosing ? pick : null,
      names,
      listStatus: status,
      places,
    }),
    [status, listQuery, isChoosing, pick, names, onOpen, places],
  )

  function stopAt(index: number) {
    setStopIndex(index)
    places.set({ ...places.get(), stop: photoAt(rows, index)?.id ?? null })
  }

  function focusRow(index: number, framesLeft = 5) {
    const id = photoAt(rows, index)?.id
    if (id === undefined) return
    flushSync(() => stopAt(index))
    virtual.bringIntoSight(index)
    const link = document.getElementById(rowLinkId(id))
    if (link) link.focus({ preventScroll: true })
    // A list that was hidden behind the pane draws its rows once it knows its height again.
    else if (framesLeft > 0) requestAnimationFrame(() => focusRow(index, framesLeft - 1))
  }

  useImperativeHandle(ref, () => ({
    firstInSight: virtual.firstInSight,
    scrollToRow: virtual.scrollToRow,
    // Called from effects, in which React cannot draw the row at once.
    focusRow: (photoId) =>
      queueMicrotask(() => {
        const index = photoId === null ? stopIndex : rows.indexOf(photoId)
        focusRow(index < 0 ? firstLink(rows) : index)
      }),
  }))

  // The tab stop follows the open photo; else it stays where it was, or goes to the first row of new rows.
  useLayoutEffect(() => {
    const open = openPhoto === null ? -1 : rows.indexOf(openPhoto)
    const { stop } = places.get()
    const kept = stop === null ? -1 : rows.indexOf(stop)
    const index = open >= 0 ? open : kept >= 0 ? kept : firstLink(rows)
    setStopIndex(index)
    places.set({ stop: photoAt(rows, index)?.id ?? null, open: openPhoto })
  }, [openPhoto, rows, places])

  // The open photo's row is kept in sight, but the list does not move under the hand that scrolls it.
  useEffect(() => {
    const open = openPhoto === null ? -1 : rows.indexOf(openPhoto)
    if (open >= 0) virtual.bringIntoSight(open)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openPhoto, rows])

  function onKeyDown(event: KeyboardEvent) {
    if (isModified(event.nativeEvent)) return
    if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
      event.preventDefault()
      const photo = photoAt(rows, stopIndex)
      if (photo && isChoosing && !event.repeat) pick(photo, event.shiftKey)
      return
    }
    const index = rowForKey(event.key, stopIndex, rows)
    if (index === null) return
    event.preventDefault()
    focusRow(index)
  }

  return (
    <div
      ref={scroller}
      className={`min-h-0 flex-1 overflow-y-auto bg-surface print:overflow-visible [&_img]:transition-opacity [&_img]:delay-150 [&_img]:duration-appear ${isBusy ? '[&_img]:opacity-50' : ''}`}
    >
      <table
        role="table"
        aria-rowcount={rowCount === null ? -1 : rowCount + 1}
        aria-busy={isBusy}
        data-choosing={isChoosing || undefined}
        style={rowStyle(hiddenColumns)}
        className="photo-table block w-full"
      >
        <caption className="sr-only">{caption}</caption>
        <PhotoTableHead columns={columns} rows={rows} sort={search.sort} onSort={onSort} />
        <FastScrollContext value={virtual.isFast}>
          <RowLinksContext value={links}>
            <tbody
              role="rowgroup"
              onKeyDown={onKeyDown}
              onClick={(event) => forwardClick(event, (event.target as Element).closest('tr'))}
              onFocus={({ target }) => {
                const index = Number(target.closest('tr')?.dataset['index'])
                if (Number.isInteger(index)) stopAt(index)
              }}
              className="relative block print:h-auto!"
              style={{ height: virtual.totalHeight }}
            >
              {drawn.map(({ index, start }, place) => {
                const row = rows.at(index)
                if (!row) return null
                const tableRow = row.kind === 'photo' ? rowsById[row.photo.id] : undefined
                return (
                  <tr
                    key={keys[place]}
                    data-index={index}
                    role="row"
                    aria-rowindex={firstRowNumber + index + 1}
                    className={`photo-row absolute inset-x-0 border-b border-line ${row.kind === 'photo' && row.photo.id === openPhoto ? 'photo-row-open' : 'hover:bg-hover'}`}
                    style={{ top: start }}
                  >
                    {tableRow && <PhotoCells row={tableRow} columns={columns} />}
                    {row.kind === 'unreadable' && (
                      <UnreadableCells row={row.row} columnCount={columns.length} isChoosing={isChoosing} />
                    )}
                  </tr>
                )
              })}
            </tbody>
          </RowLinksContext>
        </FastScrollContext>
      </table>
    </div>
  )
}
