import type { Row } from '../../cloudcard/photo'
import { fieldNames, fields } from '../../fields/fields'
import { wordsFor, type Known, type Office } from '../../fields/kinds/field'
import { joined, timeCell, timeHead, type Cell } from '../../desk/export/csv'

/** The columns of the table, and what they leave out. */
const columns = fieldNames.flatMap((field) => {
  const { name, value, columns = value ? [{ head: name, value }] : [] } = fields[field]
  return columns.map((column) => ({ ...column, field }))
})

export const photoHeads = (office: Office): string[] =>
  columns.map(({ head, value }) => {
    const words = wordsFor(head, office)
    return value.kind === 'time' ? timeHead(words) : words
  })

/** A row of the list as a row of a file. */
export function photoCells(row: Row, known: Known): Cell[] {
  return columns.map(({ field, value }) => {
    if (row.kind === 'unreadable')
      return field === 'photoId' ? row.row.id : field === 'unreadable' ? row.row.reason : ''
    switch (value.kind) {
      case 'text':
        return value.of(row.photo, known)
      case 'time':
        return timeCell(value.of(row.photo))
      case 'list':
        return joined(value.of(row.photo))
    }
  })
}
