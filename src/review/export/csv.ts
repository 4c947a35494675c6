import Papa from 'papaparse'

export type Cell = string | number | null

/** What a spreadsheet would take for a formula gets a leading apostrophe; digits are left as they are. */
const options = { escapeFormulae: /^[=+\-@\t\r\n]/, newline: '\r\n', header: false }
const rowsAtOnce = 500

/**
 * The parts of a CSV file: UTF-8 with the mark by which Excel knows it.
 *
 * @param pause between the parts, since thousands of rows take longer than a frame may
 */
export async function csvParts(
  heads: readonly string[],
  count: number,
  rowAt: (index: number) => readonly Cell[],
  pause: () => Promise<void>,
): Promise<string[]> {
  const parts = [`\uFEFF${Papa.unparse([[...heads]], options)}\r\n`]
  for (let from = 0; from < count; from += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, count - from)
    const rows = Array.from({ length }, (_, place) => [...rowAt(from + place)])
    parts.push(`${Papa.unparse(rows, options)}\r\n`)
    await pause()
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

/** "pending-photos-2026-08-12.csv" */
export function csvName(what: string, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  const word = what
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${word}-${day}.csv`
}

/** ISO 8601 in UTC, "" where it is not known. */
export const utcCell = (time: number | null): string => (time === null ? '' : new Date(time).toISOString())
