import { replaceEqualDeep } from '@tanstack/react-query'
import type { Fields } from './lenient'
import type { PhotoPage, Row } from './photo'

/**
 * A page read again, made of the old page's row objects wherever every field is equal, found by photo id: after one
 * photo has left the page, the other rows are the same objects, and nothing of them is drawn again. The old page itself
 * when nothing has changed at all.
 */
export function keepRows(oldPage: PhotoPage, newPage: PhotoPage): PhotoPage {
  const oldRows = new Map(oldPage.rows.map((row) => [keyOf(row), row]))
  const rows = newPage.rows.map((row) => {
    const old = oldRows.get(keyOf(row))
    return old !== undefined && isEqual(old, row) ? old : replaceEqualDeep(old, row)
  })
  const areSameRows =
    rows.length === oldPage.rows.length && rows.every((row, place) => row === oldPage.rows[place])
  const isSame = areSameRows && pageFacts.every((fact) => newPage[fact] === oldPage[fact])
  return isSame ? oldPage : { ...newPage, rows: areSameRows ? oldPage.rows : rows }
}

const pageFacts = ['offset', 'places', 'isEnd', 'isEndHinted', 'mayMiss', 'readAt'] as const

/** For `structuralSharing`, which is also asked about what a `select` has made of a page. */
export function shareRows(oldData: unknown, newData: unknown): unknown {
  return isPage(oldData) && isPage(newData) ? keepRows(oldData, newData) : replaceEqualDeep(oldData, newData)
}

/**
 * Compared before it is shared: replaceEqualDeep copies each row to find out that it need not.
 * Rows of one kind have the same fields, so that only lists can differ in how much they hold.
 */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
  for (const key in b) if (!isEqual((a as Fields)[key], (b as Fields)[key])) return false
  return true
}

function keyOf(row: Row): number | string {
  return row.kind === 'photo' ? row.photo.id : `unreadable ${row.row.index}`
}

function isPage(data: unknown): data is PhotoPage {
  return (
    typeof data === 'object' &&
    data !== null &&
    'rows' in data &&
    Array.isArray(data.rows) &&
    data.rows.every(isRow)
  )
}

function isRow(row: unknown): row is Row {
  return (
    typeof row === 'object' &&
    row !== null &&
    'kind' in row &&
    (row.kind === 'photo' || row.kind === 'unreadable')
  )
}
