import Papa from 'papaparse'
import { yieldToBrowser } from '../../base/yield-to-browser'

export type Cell = string | number | null

/**
 * Each cell is quoted; but where Windows parts lists by semicolons, as in France and Germany, Excel heeds quotes only at the
 * beginning of a line, and parts the cells behind it at their semicolons and ends of lines. What a spreadsheet would take for a
 * formula therefore gets an apostrophe wherever a cell could begin, behind blanks and quotes too; digits are left as they are.
 */
const formulas = /(^|[;|\t\r\n])((?:(?![\t\r\n])["\s\p{Cc}\p{Cf}])*)(?=[=+\-@＝＋－＠])/gu
/** A tab or an end of line at the beginning would hide what follows. */
const hidden = /^(?=[\t\r\n])/
const options = { newline: '\r\n', header: false, quotes: true }
const safe = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.replaceAll(formulas, "$1$2'").replace(hidden, "'") : cell
/** Between several things in one cell: nothing that any spreadsheet parts cells at. */
export const joined = (things: readonly string[]): string => things.join(' | ')
const rowsAtOnce = 500

/** The parts of a CSV file: UTF-8 with the mark by which Excel knows it. */
export async function csvParts(
  heads: readonly string[],
  count: number,
  rowAt: (index: number) => readonly Cell[],
): Promise<string[]> {
  const parts = [`\uFEFF${Papa.unparse([heads.map(safe)], options)}\r\n`]
  for (let from = 0; from < count; from += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, count - from)
    const rows = Array.from({ length }, (_, place) => rowAt(from + place).map(safe))
    parts.push(`${Papa.unparse(rows, options)}\r\n`)
    // Thousands of rows take longer than a frame may.
    await yieldToBrowser()
  }
  return parts
}

/** Hands it to the browser, as if it had been downloaded. */
export function saveCsv(fileName: string, parts: string[]): void {
  const url = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

const two = (part: number) => String(part).padStart(2, '0')
const dayOf = (at: Date) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`

/** "pending-photos-2026-08-12.csv" */
export function csvName(what: string, now = new Date()): string {
  const word = what
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${word}-${dayOf(now)}.csv`
}

/** The head of a column of times, with their zone: "Submitted (America/New_York)". */
export const timeHead = (name: string): string =>
  `${name} (${new Intl.DateTimeFormat().resolvedOptions().timeZone})`

/** "2026-08-12 10:32:21", as the screen has it, in the form that spreadsheets read as a time; "" where it is not known. */
export function timeCell(time: number | null): string {
  if (time === null) return ''
  const at = new Date(time)
  return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
