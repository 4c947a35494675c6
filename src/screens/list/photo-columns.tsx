import { createColumnHelper, tableFeatures, type ColumnDef } from '@tanstack/react-table'
import type { Photo } from '../../cloudcard/photo'
import { Icon } from '../../ui/icon'
import { useIdentifierLabel } from '../../session/use-identifier-label'
import { CardholderCell } from './cardholder-cell'
import { SelectBox } from './select-box'
import { useRowLink } from './row-links'
import { checksOf } from '../../fields/checks'
import { ScoreCell } from './score-cell'
import { Thumbnail } from '../../picture/thumbnail'
import { isoTime, shortTime } from '../../fields/time'

export const photoFeatures = tableFeatures({})

/** A row of the table: the photo, and what only its place in the list tells. */
export type PhotoRow = { photo: Photo; isBelowFold: boolean }

export type PhotoColumns = readonly ColumnDef<typeof photoFeatures, PhotoRow>[]

const column = createColumnHelper<typeof photoFeatures, PhotoRow>()

/** The columns in reading order; their ids are the grid areas of a row. */
export const photoColumns = column.columns([
  column.display({
    id: 'select',
    header: '',
    cell: ({ row: { original } }) => <SelectCell photo={original.photo} />,
  }),
  column.display({
    id: 'photo',
    header: 'Photo',
    cell: ({ row: { original } }) => (
      <Thumbnail picture={original.photo.picture} isLazy={original.isBelowFold} />
    ),
  }),
  column.display({
    id: 'cardholder',
    header: 'Cardholder',
    cell: ({ row: { original } }) => <CardholderCell photo={original.photo} />,
  }),
  column.display({
    id: 'identifier',
    header: 'ID number',
    cell: ({ row: { original } }) => original.photo.cardholder.identifier || <NoIdentifier />,
  }),
  column.display({
    id: 'submitted',
    header: 'Submitted',
    cell: ({ row: { original } }) => <Submitted time={original.photo.dateCreated} />,
  }),
  column.display({
    id: 'score',
    header: 'Score',
    cell: ({ row: { original } }) => <ScoreCell score={original.photo.score} />,
  }),
  column.display({
    id: 'checks',
    header: 'Checks',
    cell: ({ row: { original } }) => <Checks photo={original.photo} />,
  }),
  column.display({
    id: 'documents',
    header: 'Documents',
    cell: ({ row: { original } }) => <Documents photo={original.photo} />,
  }),
])

/** The columns that are shown: those that a person has not put away, and the boxes where one may choose. */
export function shownColumns(hidden: readonly string[], isChoosing: boolean): PhotoColumns {
  return photoColumns.filter(({ id = '' }) => (id === 'select' ? isChoosing : !hidden.includes(id)))
}

function SelectCell({ photo }: { photo: Photo }) {
  const { onPick } = useRowLink(photo.id)
  return onPick && <SelectBox photo={photo} onPick={onPick} />
}

function NoIdentifier() {
  return <span className="text-text-2">No {useIdentifierLabel()}</span>
}

function Submitted({ time }: { time: number | null }) {
  if (time === null) return <span className="text-text-2">Not known</span>
  return (
    // With wider spacing it takes two lines, and never runs under the mark beside it.
    <time dateTime={isoTime(time)} className="pr-2 whitespace-normal">
      {shortTime(time)}
    </time>
  )
}

/** As many as the row has lines for; the pane says them all. */
function Checks({ photo }: { photo: Photo }) {
  const checks = checksOf(photo)
  if (checks.length === 0) return null
  const shown = checks.length > 2 ? [checks[0], `${checks.length - 1} more`] : checks
  return (
    <ul className="photo-words">
      {shown.map((words) => (
        <li key={words} className="truncate">
          {words}
        </li>
      ))}
    </ul>
  )
}

function Documents({ photo: { documents, cardholder } }: { photo: Photo }) {
  if (documents.length === 0) {
    return cardholder.isDocumentRequired ? <span className="text-xs text-text-2">Required</span> : null
  }
  const names = documents.map(({ name }) => name)
  const shown = names.length > 2 ? [names[0], `${names.length - 1} more`] : names
  return (
    <>
      <span className="flex items-center gap-1.5 @min-[75rem]/list:hidden">
        <Icon name="document" />
        {documents.length}
      </span>
      <ul className="photo-words hidden @min-[75rem]/list:block">
        {shown.map((words, index) => (
          <li key={index} className="truncate">
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}
