import type { CSSProperties } from 'react'
import { columnNames, type ColumnName } from '../../fields/fields'

/** How wide a column is where a row is one line, and in a wide list; photo-table.css has its place in two lines and three. */
type Place = { oneLine: string; wide: string; isInOneLineOnly?: true }

const places: Record<ColumnName, Place> = {
  identifier: { oneLine: '7.25rem', wide: '9.5rem' },
  submitted: { oneLine: '8.25rem', wide: '10.5rem' },
  score: { oneLine: '7.5rem', wide: '10rem' },
  checks: { oneLine: '9.75rem', wide: '13.5rem' },
  documents: { oneLine: '5.25rem', wide: '14rem', isInOneLineOnly: true },
}

/** For the table: the columns of its rows. What a person has put away leaves its room to the others. */
export function rowStyle(hidden: readonly string[]): CSSProperties {
  const shown = columnNames.filter((name) => !hidden.includes(name))
  const widths = (width: 'oneLine' | 'wide') => shown.map((name) => places[name][width]).join(' ')
  const areas = ['select photo cardholder', ...shown].join(' ')
  return {
    '--one-line': widths('oneLine'),
    '--wide': widths('wide'),
    '--areas': `'${areas}'`,
  } as CSSProperties
}

const cells: Readonly<Record<string, { className: string; style: CSSProperties }>> = Object.fromEntries(
  columnNames.map((name) => [
    name,
    {
      className: `photo-cell photo-cell-${name}${places[name].isInOneLineOnly ? ' photo-cell-one-line' : ''}`,
      style: { '--cell': name } as CSSProperties,
    },
  ]),
)

/** For a cell, or the head above it. */
export const cellLook = (id: string) => cells[id] ?? { className: `photo-cell-${id}`, style: undefined }
