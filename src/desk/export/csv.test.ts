import Papa from 'papaparse'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvName, csvParts, joined, timeCell, timeHead, type Cell } from './csv'

const textOf = async (heads: string[], rows: Cell[][]) =>
  (await csvParts(heads, rows.length, (index) => rows[index] ?? [])).join('')

it('is UTF-8 with the mark by which Excel knows it, and lines that end as Windows ends them', async () => {
  const text = await textOf(['ID number', 'Name'], [['00098317', 'Zoë Müller']])
  expect(text).toBe('\uFEFF"ID number","Name"\r\n"00098317","Zoë Müller"\r\n')
})

it.each(['=1+1', '+49 30', '-2', '@SUM(A1)', '\tx', '\rx', '\nx'])('%j is no formula', async (cell) => {
  const text = await textOf(['a'], [[cell]])
  const [, [read] = []] = Papa.parse<string[]>(text.slice(1)).data
  expect(read).toBe(`'${cell}`)
})

it('digits are left as they are, and so are numbers', async () => {
  expect(await textOf(['a', 'b', 'c'], [['0001', '1e5', 0.93]])).toContain('\r\n"0001","1e5","0.93"\r\n')
})

it('is read back as it was, but for apostrophes', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      const text = await textOf(['a', 'b', 'c'], rows)
      const read = Papa.parse<string[]>(text.slice(1), { newline: '\r\n' }).data.slice(1, -1)
      const withoutMarks = (cells: string[][]) =>
        cells.map((row) => row.map((each) => each.replaceAll("'", '')))
      expect(withoutMarks(read)).toEqual(withoutMarks(rows))
    }),
    { seed: 20260812 },
  )
})

it('the file is named by what it holds and the day', () => {
  expect(csvName('Ready for download photos', new Date(2026, 7, 3))).toBe(
    'ready-for-download-photos-2026-08-03.csv',
  )
})

it('times are those of the screen, in a form that spreadsheets read, under a heading with their zone', () => {
  expect(timeCell(Date.UTC(2026, 7, 12, 14, 32, 21))).toBe('2026-08-12 10:32:21')
  expect(timeHead('Submitted')).toBe('Submitted (America/New_York)')
  expect(timeCell(null)).toBe('')
})

it('a semicolon in a cell parts no cells, where a spreadsheet parts at semicolons as well', async () => {
  const text = await textOf(['a', 'b'], [['x;y', joined(['Edited', 'Background replaced'])]])
  expect(text).toContain('\r\n"x;y","Edited | Background replaced"\r\n')
})

/**
 * As Excel opens a file where Windows parts lists by `separator`: quotes count where a cell begins, and nowhere else; what
 * follows the closing one is text.
 */
function cellsIn(text: string, separator: string): string[] {
  const cells: string[] = []
  let rest = text
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"?/.exec(rest)
    const begin = quoted?.[0].length ?? 0
    const length = rest.slice(begin).search(new RegExp(`[${separator}\r\n]`))
    const end = length < 0 ? rest.length : begin + length
    cells.push((quoted?.[1] ?? '').replaceAll('""', '"') + rest.slice(begin, end))
    rest = rest.slice(end + 1)
  }
  return cells
}
/** Blanks in front, also those that nobody sees, and full-width signs do not keep every spreadsheet from reading a formula. */
const isFormula = (cell: string) => /^[\s\0\u200b]*[=+\-@＝＋－＠]/.test(cell)

it.each([
  'x;=1+1',
  'x;=1+1;',
  'x; =1+1;',
  'x;"=1+1";',
  'x;""=1+1',
  ';;@SUM(A1)',
  'x\n=1+1',
  'x\r\n=1+1\r\n',
  'x\t+1',
  'x|-1',
  ' =1+1',
  '\u200b=1+1',
  '\0=1+1',
  '＝1+1',
  ';＠SUM(A1)',
])('%j is no formula in any column, wherever a spreadsheet parts cells', async (cell) => {
  expect([...cellsIn(cell, ';'), ...cellsIn(cell, '|'), ...cellsIn(cell, '\t')].some(isFormula)).toBe(true)
  const text = (
    await textOf(
      ['a', cell],
      [
        [cell, cell],
        ['b', cell],
      ],
    )
  ).slice(1)
  for (const separator of [',', ';', '|', '\t'])
    expect(cellsIn(text, separator).filter(isFormula), separator).toEqual([])
})

it('nor is anything else that a cell could say', async () => {
  const signs = fc.constantFrom(...';=+-@"\'\t\r\n |,x1\u200b＝')
  const cell = fc.string({ unit: signs, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 3 }), async (rows) => {
      const text = (await textOf(['a', 'b'], rows)).slice(1)
      for (const separator of [',', ';', '|', '\t'])
        expect(cellsIn(text, separator).filter(isFormula)).toEqual([])
    }),
    { seed: 20260812, numRuns: 300 },
  )
})
