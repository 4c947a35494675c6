import { useQuery } from '@tanstack/react-query'
import { useTable } from '@tanstack/react-table'
import { useMemo, useRef } from 'react'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { statusLabel } from '../../fields/status'
import { isModified } from '../../session/pressed'
import { useSettings } from '../../session/settings'
import { CollectionFrame, placedRows } from '../collection/collection-context'
import { useCollection, type ListLayoutProps } from '../collection/use-collection'
import { useMeasured } from '../collection/use-lines'
import { photoFeatures, shownColumns } from './photo-columns'
import { PhotoTableHead } from './photo-table-head'
import { PhotoCells, UnreadableCells } from './photo-table-row'
import { rowForKey } from './row-keys'
import { rowStyle } from './row-layout'
import './photo-table.css'

/** The photos of the list as rows; the keys move among their links. Only the rows that are drawn are given to React Table. */
export function PhotoTable({ list, isBusy, ref }: ListLayoutProps) {
  const { search, rows, offset, rowCount } = list
  const scroller = useRef<HTMLDivElement>(null)
  const { hiddenColumns, density } = useSettings()
  const { row, head } = useMeasured(scroller, rowHeights, ofTheDocument, density)
  const collection = useCollection(scroller, {
    rows,
    search,
    shape: { perLine: 1, lineHeight: row, headHeight: head, overscan: 3 },
    step: (event, from) => (isModified(event.nativeEvent) ? null : rowForKey(event.key, from, rows)),
    ref,
  })
  const { drawn, topOf } = collection.lines
  const { onPick, office } = collection.shared
  const isChoosing = onPick !== null
  const columns = useMemo(() => shownColumns(hiddenColumns, isChoosing), [hiddenColumns, isChoosing])
  // They stay the same while a page that stands whole is scrolled.
  const placed = useMemo(() => {
    const indexes = drawn.map(({ index }) => index)
    return placedRows(rows, indexes)
  }, [drawn, rows])
  const { data: names } = useQuery(namesQuery)
  const data = useMemo(
    () =>
      placed
        .filter((row) => row.kind === 'photo')
        .map(({ photo, key, index }) => ({ photo, key, index, name: names?.get(photo.id), office, onPick })),
    [placed, names, office, onPick],
  )
  const table = useTable({ features: photoFeatures, columns, data, getRowId: ({ key }) => key })
  const { rowsById } = table.getRowModel()

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
        <caption className="sr-only">{statusLabel(search.status)} photos</caption>
        <PhotoTableHead columns={columns} rows={rows} sort={search.sort} />
        <tbody role="rowgroup" {...collection.body} className="relative block print:h-auto!">
          {placed.map((placed) => {
            const { key, index } = placed
            const row = rowsById[key]
            return (
              <tr
                key={key}
                data-index={index}
                role="row"
                // The head is the first one.
                aria-rowindex={offset + index + 2}
                className="photo-row absolute inset-x-0 border-b border-line not-has-[a[aria-current]]:hover:bg-hover"
                style={{ top: topOf(index) }}
              >
                {row && <PhotoCells row={row} columns={columns} />}
                {placed.kind === 'unreadable' && <UnreadableCells row={placed.row} columns={columns} />}
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
