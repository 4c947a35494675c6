import type { Fields } from './lenient'
import type { Row } from './photo'

/**
 * For `structuralSharing`: a page read again, made of the old page's row objects wherever every field is equal, found by photo
 * id. After one photo has left the page, the other rows are the same objects, and nothing of them is drawn again. The old page
 * itself when nothing has changed at all.
 */
export function keepRows<Page extends { rows: readonly Row[] }>(
  oldPage: Page | undefined,
  newPage: Page,
): Page {
  if (oldPage === undefined) return newPage
  const oldRows = new Map(oldPage.rows.map((row) => [keyOf(row), row]))
  const rows = newPage.rows.map((row) => {
    const old = oldRows.get(keyOf(row))
    return isEqual(old, row) ? old : row
  })
  const page = { ...newPage, rows: isEqual(oldPage.rows, rows) ? oldPage.rows : rows }
  return isEqual(oldPage, page) ? oldPage : page
}

/**
 * Query's own comparison copies each row to find out that it need not.
 * Rows of one kind have the same fields, so that only lists can differ in how much they hold.
 */
export function isEqual<T>(a: unknown, b: T): a is T {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
  for (const key in b) if (!isEqual((a as Fields)[key], (b as Fields)[key])) return false
  return true
}

function keyOf(row: Row): number | string {
  return row.kind === 'photo' ? row.photo.id : `unreadable ${row.row.index}`
}
