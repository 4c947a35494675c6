import { createColumnHelper, tableFeatures, type ColumnDef } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { columnNames, fields } from '../../fields/fields'
import { Thumbnail } from '../../picture/thumbnail'
import type { Shared } from '../collection/collection-context'
import { SelectBox } from '../collection/selecting'
import { CardholderCell } from './cardholder-cell'

export const photoFeatures = tableFeatures({})

/** A row of the table: the photo, its place, and what is known beside it. */
export type PhotoRow = Pick<Shared, 'onPick' | 'office'> & {
  photo: Photo
  key: string
  /** From 0 on this page. */
  index: number
  /** Of the cardholder, where a detail was read; lists carry none. */
  name: string | undefined
}

export type PhotoColumns = readonly ColumnDef<typeof photoFeatures, PhotoRow>[]

/** So many rows may be in sight before anything is scrolled; their pictures are not put off. */
const aboveFold = 14

const column = createColumnHelper<typeof photoFeatures, PhotoRow>()
const columnOf = (id: string, cell: (row: PhotoRow) => ReactNode) =>
  column.display({ id, cell: ({ row }) => cell(row.original) })

/** In reading order; their ids are the grid areas of a row. */
const photoColumns: PhotoColumns = column.columns([
  columnOf('select', ({ photo, onPick }) => onPick && <SelectBox photo={photo} onPick={onPick} />),
  columnOf('photo', ({ photo, index }) => <Thumbnail picture={photo.picture} isLazy={index >= aboveFold} />),
  columnOf('cardholder', ({ photo, name }) => <CardholderCell photo={photo} name={name} />),
  ...columnNames.map((id) => columnOf(id, ({ photo, office }) => fields[id].cell?.(photo, office))),
])

/** The columns that are shown: those that a person has not put away, and the boxes where one may choose. */
export function shownColumns(hidden: readonly string[], isChoosing: boolean): PhotoColumns {
  return photoColumns.filter(({ id = '' }) => (id === 'select' ? isChoosing : !hidden.includes(id)))
}
