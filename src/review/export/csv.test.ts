import Papa from 'papaparse'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvName, csvParts, joined, timeCell, timeHead, type Cell } from './csv'

const textOf = async (heads: string[], rows: Cell[][]) =>
  (
    await csvParts(
      heads,
      rows.length,
      (index) => rows[index] ?? [],
      async () => {},
    )
  ).join('')

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

it('is read back as it was, but for the apostrophe', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
      const text = await textOf(['a', 'b', 'c'], rows)
      const read = Papa.parse<string[]>(text.slice(1), { newline: '\r\n' }).data.slice(1, -1)
      const safe = rows.map((row) => row.map((each) => (/^[=+\-@\t\r\n]/.test(each) ? `'${each}` : each)))
      expect(read).toEqual(safe)
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
  const text = await textOf(['a', 'b'], [['x;=1+1', joined(['Edited', 'Background replaced'])]])
  expect(text).toContain('\r\n"x;=1+1","Edited | Background replaced"\r\n')
})
