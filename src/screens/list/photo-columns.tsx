import { createColumnHelper, tableFeatures, type ColumnDef } from '@tanstack/react-table'
import type { Photo } from '../../cloudcard/photo'
import { columnNames, fields, type ColumnName } from '../../fields/fields'
import { Thumbnail } from '../../picture/thumbnail'
import { CardholderCell } from './cardholder-cell'
import { useKnownOrganization } from '../collection/organization-context'
import { useShared } from '../collection/collection-context'
import { SelectBox } from '../collection/select-box'

export const photoFeatures = tableFeatures({})

/** A row of the table: the photo, and what only its place in the list tells. */
export type PhotoRow = { photo: Photo; isBelowFold: boolean }

export type PhotoColumns = readonly ColumnDef<typeof photoFeatures, PhotoRow>[]

const column = createColumnHelper<typeof photoFeatures, PhotoRow>()

/** The columns in reading order; their ids are the grid areas of a row. */
const photoColumns = column.columns([
  column.display({
    id: 'select',
    cell: ({ row: { original } }) => <SelectCell photo={original.photo} />,
  }),
  column.display({
    id: 'photo',
    cell: ({ row: { original } }) => (
      <Thumbnail picture={original.photo.picture} isLazy={original.isBelowFold} />
    ),
  }),
  column.display({
    id: 'cardholder',
    cell: ({ row: { original } }) => <CardholderCell photo={original.photo} />,
  }),
  ...columnNames.map((name) =>
    column.display({
      id: name,
      cell: ({ row: { original } }) => <FieldCell name={name} photo={original.photo} />,
    }),
  ),
])

/** The columns that are shown: those that a person has not put away, and the boxes where one may choose. */
export function shownColumns(hidden: readonly string[], isChoosing: boolean): PhotoColumns {
  return photoColumns.filter(({ id = '' }) => (id === 'select' ? isChoosing : !hidden.includes(id)))
}

function SelectCell({ photo }: { photo: Photo }) {
  const { onPick } = useShared()
  return onPick && <SelectBox photo={photo} onPick={onPick} />
}

function FieldCell({ name, photo }: { name: ColumnName; photo: Photo }) {
  const office = useKnownOrganization()
  return fields[name].cell?.(photo, office)
}
