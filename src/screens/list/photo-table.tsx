import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { isDecidable } from '../../desk/verdicts/verdicts'
import { isModified } from '../../session/pressed'
import { useMayDecide } from '../../session/session'
import { useSettings } from '../../session/settings'
import { CollectionFrame } from '../collection/collection-frame'
import { useCollection, type ListLayoutProps } from '../collection/use-collection'
import { useMeasured } from '../collection/use-lines'
import { usePhotoLink } from '../collection/use-photo-link'
import { usePick } from '../collection/use-pick'
import { shownColumns } from './photo-columns'
import { PhotoTableHead } from './photo-table-head'
import { PhotoCells, UnreadableCells } from './photo-table-row'
import { rowForKey } from './row-keys'
import { rowStyle } from './row-layout'
import { useDrawnRows } from './use-drawn-rows'
import './photo-table.css'

/**
 * The photos of the list as rows; the links are what the keys move among. Only the rows that are drawn are given to React Table.
 *
 * @param firstRowNumber the place of the first row in the whole queue, from 1
 * @param rowCount how many rows the whole queue has; null while that is not known
 */
export function PhotoTable({
  caption,
  search,
  rows,
  firstRowNumber,
  rowCount,
  isBusy,
  onSort,
  ref,
}: ListLayoutProps & { firstRowNumber: number; rowCount: number | null }) {
  const { status } = search
  const scroller = useRef<HTMLDivElement>(null)
  const { hiddenColumns, density } = useSettings()
  const isChoosing = useMayDecide() && isDecidable(status)
  const columns = useMemo(() => shownColumns(hiddenColumns, isChoosing), [hiddenColumns, isChoosing])
  const pick = usePick(rows)
  const { row, head } = useMeasured(scroller, rowHeights, ofTheDocument, density)
  const { data: names } = useQuery(namesQuery)
  const collection = useCollection(scroller, {
    rows,
    isBesidePhoto: true,
    shape: { perLine: 1, lineHeight: row, headHeight: head, overscan: 3 },
    step: (event, from) => (isModified(event.nativeEvent) ? null : rowForKey(event.key, from, rows)),
    ref,
    link: usePhotoLink(search),
    onPick: isChoosing ? pick : null,
    listStatus: status,
    names,
    judging: null,
  })
  const { drawn, topOf } = collection.lines
  const { rowsById, keys } = useDrawnRows(drawn, rows, columns)

  return (
    <CollectionFrame
      {...{ scroller, collection, isBusy }}
      className="photo-rows min-h-0 flex-1 scroll-pt-(--head)"
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
        <tbody role="rowgroup" {...collection.body} className="relative block print:h-auto!">
          {drawn.map(({ index }, place) => {
            const row = rows.at(index)
            if (!row) return null
            const tableRow = row.kind === 'photo' ? rowsById[row.photo.id] : undefined
            return (
              <tr
                key={keys[place]}
                data-index={index}
                role="row"
                aria-rowindex={firstRowNumber + index + 1}
                className="photo-row absolute inset-x-0 border-b border-line not-has-[a[aria-current]]:hover:bg-hover"
                style={{ top: topOf(index) }}
              >
                {tableRow && <PhotoCells row={tableRow} columns={columns} />}
                {row.kind === 'unreadable' && (
                  <UnreadableCells row={row.row} columnCount={columns.length} isChoosing={isChoosing} />
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </CollectionFrame>
  )
}

/** The heights of a row and of the head, as the style sheet has them for this width of the list; in px. */
function rowHeights(element: Element) {
  const style = getComputedStyle(element)
  const lengthOf = (name: string) => Number.parseFloat(style.getPropertyValue(name))
  // Without style sheets they have none.
  return { row: lengthOf('--row') || 56, head: lengthOf('--head') || 0 }
}

const ofTheDocument = () => rowHeights(document.documentElement)
