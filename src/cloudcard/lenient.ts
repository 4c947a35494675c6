export type Fields = Readonly<Record<string, unknown>>

/**
 * Readers of single fields that never fail: CloudCard promises only `id` and `status`, so that any other field which is
 * missing or of a wrong type reads as not known ('', null, false or no fields) and never costs a row.
 * Plain functions and not schemas: for 1,000 rows a schema of all fields took 13 ms, more than parsing their JSON; these take 4.
 */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

/** What a list holds, whether it came as an array or as a map from name to item. */
export function itemsOf(value: unknown): { name: string; item: unknown }[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ name: '', item }))
  return Object.entries(fieldsOf(value)).map(([name, item]) => ({ name: textOf(name), item }))
}

// Far above what anybody has to say; a megabyte would hold up every screen it is on for seconds.
const LONGEST_TEXT = 10_000

/** A string without the blanks around it; one above 10,000 characters ends there, and says so. */
export function textOf(value: unknown): string {
  const text = stringOf(value)
  if (text.length <= LONGEST_TEXT) return text
  // Not in the middle of a character.
  const start = text.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, '')
  return `${start}… (cut off here, of ${text.length.toLocaleString('en')} characters)`
}

/** The same whole, for what is not shown but used, such as an address. */
export const stringOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** A whole number that is exact; digits in a string are taken for one. */
export function wholeNumberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  // JSON knows -0, which would be shown and compared as something else than 0.
  return typeof number === 'number' && Number.isSafeInteger(number) ? number + 0 : null
}

/** Pixels of a side. */
export function pixelsOf(value: unknown): number | null {
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null
}

/** 0..1, or null: not scored. A number above 1 is taken for the 0..100 scale of cropping labels. Anything else ("unclassified") is not scored. */
export function scoreOf(value: unknown): number | null {
  if (typeof value !== 'number' || !(value >= 0 && value <= 100)) return null
  return value > 1 ? value / 100 : Math.abs(value)
}

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
  // Nearly all are in UTC, and to put the colon in takes longer than all else.
  const offset = zone === '+0000' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2')
  const date = Date.parse(time + fraction + offset)
  return Number.isNaN(date) ? null : date
}
