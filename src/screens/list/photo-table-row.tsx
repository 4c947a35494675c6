import type { ColumnDefTemplate, Row as TableRow } from '@tanstack/react-table'
import { memo, type ReactNode } from 'react'
import type { UnreadableRow } from '../../cloudcard/photo'
import { Icon } from '../../ui/icon'
import type { PhotoColumns, photoFeatures, PhotoRow } from './photo-columns'
import { cellLook } from './row-layout'

/** The cells of one photo. A row that keeps its photo keeps its cells: they are not drawn again when rows above it leave. */
export const PhotoCells = memo(
  function PhotoCells({ row }: { row: TableRow<typeof photoFeatures, PhotoRow>; columns: PhotoColumns }) {
    return row.getAllCells().map((cell) => {
      const { id, columnDef } = cell.column
      const Cell = id === 'cardholder' ? 'th' : 'td'
      return (
        <Cell
          key={id}
          role={id === 'cardholder' ? 'rowheader' : 'cell'}
          scope={id === 'cardholder' ? 'row' : undefined}
          {...cellLook(id)}
        >
          {drawCell(columnDef.cell, cell.getContext())}
        </Cell>
      )
    })
  },
  ({ row: { original: before }, columns }, { row: { original: after }, columns: columnsAfter }) =>
    before.photo === after.photo &&
    before.name === after.name &&
    before.office === after.office &&
    columns === columnsAfter,
)

/** What is in a cell, without a component around it: `FlexRender` makes two for each, 400 at a page turn. */
function drawCell<C extends object>(cell: ColumnDefTemplate<C> | undefined, context: C): ReactNode {
  return typeof cell === 'function' ? (cell(context) as ReactNode) : cell
}

/** Keeps the place of a row that could not be read, so that no photo goes missing silently. */
export function UnreadableCells({ row, columns }: { row: UnreadableRow; columns: PhotoColumns }) {
  const isChoosing = columns[0]?.id === 'select'
  return (
    <>
      {isChoosing && <td role="cell" className="photo-cell-select" />}
      <td role="cell" className="photo-cell-photo">
        <span className="grid h-full w-full place-items-center bg-well text-text-2">
          <Icon name="warning" />
        </span>
      </td>
      <th
        role="rowheader"
        scope="row"
        className="photo-cell-cardholder"
        aria-colspan={columns.length - (isChoosing ? 2 : 1)}
      >
        <span className="grid px-2 font-normal">
          <span>Unreadable photo{row.id !== null && ` ${row.id}`}</span>
          <span className="text-xs text-text-2">{row.reason}</span>
        </span>
      </th>
    </>
  )
}
