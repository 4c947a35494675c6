const ISO_DATE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:?\d\d)$/

/**
 * Epoch ms of the date forms that CloudCard sends, `2022-09-01T16:43:47Z` and `2024-08-27T18:19:54+0000` (which is not
 * valid ECMAScript), with or without fractions of a second. null for everything else: nothing is guessed.
 */
export function parseDate(value: unknown): number | null {
  if (typeof value !== 'string') return null
  const match = ISO_DATE.exec(value)
  if (match === null) return null
  const [, time = '', fraction = '', zone = ''] = match
  const date = Date.parse(time + fraction + zone.replace(/^(...)(\d\d)$/, '$1:$2'))
  return Number.isNaN(date) ? null : date
}
