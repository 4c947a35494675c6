import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facet } from './find-slots'
import { fold, wordsOf } from './fold'
import { identifierKey } from './identifier-key'
import type { SortBy } from './kept-sorts'
import { createRowIndex, type Query, type RowIndex } from './row-index'

type Row = { id: number | null; text: string; score: number | null; flags: number }

const aRow = (row: Partial<Row>): Row => ({ id: 1, text: '', score: null, flags: 0, ...row })

const newIndex = () =>
  createRowIndex<Row>({
    idOf: (row) => row.id,
    textOf: (row) => row.text,
    numbersOf: (row) => [row.score ?? Number.NaN, row.flags],
  })

const good: Facet = {
  optionCount: 2,
  bitsOf: (columns, slot) => ((columns[0]?.[slot] ?? Number.NaN) >= 0.5 ? 1 : 2),
  wanted: 0,
}
const flags: Facet = { optionCount: 3, bitsOf: (columns, slot) => columns[1]?.[slot] ?? 0, wanted: 0 }
const byText = (isDescending: boolean): SortBy<Row> => ({
  name: 'text',
  keyOf: (row) => row.text || null,
  isDescending,
})
const byScore = (isDescending: boolean): SortBy<Row> => ({
  name: 'score',
  keyOf: (row) => row.score,
  isDescending,
})

async function find(index: RowIndex<Row>, query: Partial<Query<Row>>) {
  const found = await index.find(
    { words: [], facets: [], sort: null, ...query },
    { signal: new AbortController().signal, pause: async () => {} },
  )
  return { found, rows: [...found.slots].map((slot) => index.rowAt(slot)) }
}

const ids = async (index: RowIndex<Row>, query: Partial<Query<Row>> = {}) =>
  (await find(index, query)).rows.map((row) => row?.id)

describe('searching', () => {
  it('minds neither accents nor case, nor letters that are not on every keyboard', () => {
    expect(fold('José ÅSTRÖM')).toBe('jose astrom')
    expect(fold('Straße Øst Łódź')).toBe('strasse ost lodz')
    expect(wordsOf('  Vega  MARISOL ')).toEqual(['vega', 'marisol'])
  })

  it('finds the words in any order, and a part of a number', async () => {
    const index = newIndex()
    index.add([aRow({ id: 1, text: 'José Vega 00451872' }), aRow({ id: 2, text: 'Lena Vega' })], 'behind')
    expect(await ids(index, { words: ['vega', 'jose'] })).toEqual([1])
    expect(await ids(index, { words: ['451872'] })).toEqual([1])
    expect(await ids(index, { words: ['vega'] })).toEqual([1, 2])
  })

  it('finds what was learnt later, also after the row was replaced', async () => {
    const index = newIndex()
    index.add([aRow({ id: 1, text: 'l.hoffmann' })], 'behind')
    index.addText(1, 'Lena Müller')
    expect(await ids(index, { words: ['muller'] })).toEqual([1])
    index.replace(aRow({ id: 1, text: 'lena' }))
    expect(await ids(index, { words: ['muller', 'lena'] })).toEqual([1])
    expect(await ids(index, { words: ['hoffmann'] })).toEqual([])
  })
})

describe('sorting', () => {
  it('has equal keys in the order of the list, and what is not known last, in both directions', async () => {
    const index = newIndex()
    const scores = [0.5, null, 0.9, 0.5, 0.1, null]
    index.add(
      scores.map((score, id) => aRow({ id, score })),
      'behind',
    )
    expect(await ids(index, { sort: byScore(false) })).toEqual([4, 0, 3, 2, 1, 5])
    expect(await ids(index, { sort: byScore(true) })).toEqual([2, 0, 3, 4, 1, 5])
  })

  it('is done again when something has come', async () => {
    const index = newIndex()
    index.add([aRow({ id: 1, text: 'b' })], 'behind')
    expect(await ids(index, { sort: byText(false) })).toEqual([1])
    index.add([aRow({ id: 2, text: 'a' })], 'behind')
    expect(await ids(index, { sort: byText(false) })).toEqual([2, 1])
  })

  it('ID numbers come by number where they are numbers, then by their text', () => {
    const numbers = [
      'L0027714',
      'A10',
      '451872',
      '0010',
      '7',
      '00451871',
      'a9',
      '12345678901234567890123',
      '0',
    ]
    const sorted = [...numbers].sort((a, b) => (identifierKey(a) < identifierKey(b) ? -1 : 1))
    expect(sorted).toEqual([
      '0',
      '7',
      '0010',
      '00451871',
      '451872',
      '12345678901234567890123',
      'a9',
      'A10',
      'L0027714',
    ])
    expect(identifierKey('  ')).toBe('')
    expect(identifierKey('007')).toBe(identifierKey('7'))
  })
})

it('thousands of rows are sorted as a plain sort would, also where many begin alike', async () => {
  const index = newIndex()
  const rows = Array.from({ length: 6_000 }, (_, id) =>
    aRow({
      id,
      text: `${['marisol.', 'é', '', '\u4e00'][id % 4]}${(id * 7919) % 500}`,
      score: (id * 31) % 97,
    }),
  )
  index.add(rows, 'behind')
  for (const sort of [byText(false), byText(true), byScore(false), byScore(true)]) {
    const found = (await find(index, { sort })).rows
    expect(found).toEqual(plainlyFound(rows, [], [], sort))
  }
})

describe('filters', () => {
  it('count each option among what passes everything else', async () => {
    const index = newIndex()
    index.add(
      [
        aRow({ id: 1, score: 0.9, flags: 1 }),
        aRow({ id: 2, score: 0.1, flags: 1 }),
        aRow({ id: 3, score: 0.8, flags: 2 }),
        aRow({ id: 4, score: 0.7, flags: 3 }),
      ],
      'behind',
    )
    const { found, rows } = await find(index, {
      facets: [
        { ...good, wanted: 1 },
        { ...flags, wanted: 1 },
      ],
    })
    expect(rows.map((row) => row?.id)).toEqual([1, 4])
    expect(found.counts).toEqual([
      [2, 1],
      [2, 2, 0],
    ])
  })
})

describe('an index', () => {
  it('has no photo twice, and new arrivals in front', async () => {
    const index = newIndex()
    index.add([aRow({ id: 3 }), aRow({ id: 2 })], 'behind')
    index.add([aRow({ id: 2, text: 'newer' }), aRow({ id: 1 })], 'behind')
    index.add([aRow({ id: 6 }), aRow({ id: 5 })], 'before')
    index.add([aRow({ id: 7 })], 'before')
    expect(await ids(index)).toEqual([7, 6, 5, 3, 2, 1])
    expect(await ids(index, { words: ['newer'] })).toEqual([2])
    expect(index.size).toBe(6)
  })

  it('gives the first and the last of them, in the order of the list', () => {
    const index = newIndex()
    index.add(
      [3, 2, 1].map((id) => aRow({ id })),
      'behind',
    )
    index.add(
      [5, 4].map((id) => aRow({ id })),
      'before',
    )
    index.remove(4)
    const ids = (count: number) => index.end(count).map(({ id }) => id)
    expect([ids(2), ids(-2), ids(9), ids(-9)]).toEqual([
      [5, 3],
      [2, 1],
      [5, 3, 2, 1],
      [5, 3, 2, 1],
    ])
  })

  it('forgets a photo that is taken out', async () => {
    const index = newIndex()
    index.add([aRow({ id: 1 }), aRow({ id: 2 })], 'behind')
    expect(index.remove(1)).toBe(true)
    expect(index.remove(1)).toBe(false)
    expect(await ids(index)).toEqual([2])
    expect(index.get(1)).toBeUndefined()
    expect(index.size).toBe(1)
  })

  it('keeps rows that could not be read, each of them', async () => {
    const index = newIndex()
    index.add([aRow({ id: null }), aRow({ id: null })], 'behind')
    expect(await ids(index)).toEqual([null, null])
  })

  it('knows the place of a photo in what was found', async () => {
    const index = newIndex()
    index.add([aRow({ id: 1, score: 0.2 }), aRow({ id: 2, score: 0.1 }), aRow({ id: 3 })], 'behind')
    const { found } = await find(index, { sort: byScore(false) })
    expect([1, 2, 3, 4].map((id) => index.placeOf(found, id))).toEqual([1, 0, 2, -1])
  })

  it('stops finding when nobody wants it any more', async () => {
    const index = newIndex()
    index.add(
      Array.from({ length: 60_000 }, (_, id) => aRow({ id, text: `${(id * 7919) % 60_000}` })),
      'behind',
    )
    const controller = new AbortController()
    const reason = new Error('no longer wanted')
    let pauses = 0
    const finding = index.find(
      { words: [], facets: [], sort: byText(false) },
      {
        signal: controller.signal,
        pause: async () => {
          pauses++
          controller.abort(reason)
        },
      },
    )
    await expect(finding).rejects.toBe(reason)
    expect(pauses).toBe(1)
  })
})

describe('what is found is what going through all rows one by one would find', () => {
  const row = fc.record({
    id: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null, freq: 8 }),
    text: fc.string({ unit: fc.constantFrom('a', 'b', 'É', ' ', '1'), maxLength: 9 }),
    score: fc.option(fc.constantFrom(0, 0.25, 0.5, 0.75, 1), { nil: null }),
    flags: fc.integer({ min: 0, max: 7 }),
  })
  const change = fc.oneof(
    fc.record({
      kind: fc.constant('add' as const),
      rows: fc.array(row, { maxLength: 30 }),
      isBefore: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('remove' as const), id: fc.integer({ min: 0, max: 40 }) }),
  )
  const query = fc.record({
    words: fc.array(fc.constantFrom('a', 'b', 'e', '1', 'ab'), { maxLength: 2 }),
    wanted: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 7 })),
    sort: fc.constantFrom(null, byText(false), byText(true), byScore(false), byScore(true)),
  })

  it('after any changes, for any query', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        fc.array(query, { maxLength: 4 }),
        async (changes, queries) => {
          const index = newIndex()
          const made = new Map<string, Facet[]>()
          const facetsWith = ([a, b]: [number, number]) => {
            const facets = made.get(`${a} ${b}`) ?? [
              { ...good, wanted: a },
              { ...flags, wanted: b },
            ]
            made.set(`${a} ${b}`, facets)
            return facets
          }
          let plain: Row[] = []
          for (const each of changes) {
            if (each.kind === 'remove') {
              index.remove(each.id)
              plain = plain.filter(({ id }) => id !== each.id)
            } else {
              index.add(each.rows, each.isBefore ? 'before' : 'behind')
              const fresh: Row[] = []
              for (const added of each.rows) {
                const known = [plain, fresh].find(
                  (rows) => added.id !== null && rows.some(({ id }) => id === added.id),
                )
                if (known) known[known.findIndex(({ id }) => id === added.id)] = added
                else fresh.push(added)
              }
              plain = each.isBefore ? [...fresh, ...plain] : [...plain, ...fresh]
            }
            for (const { words, wanted, sort } of queries) {
              const facets = facetsWith(wanted)
              // Asked again in another order, it remembers the rows.
              for (const order of [sort, byText(true), null]) {
                const { found, rows } = await find(index, { words, facets, sort: order })
                expect(rows).toEqual(plainlyFound(plain, words, wanted, order))
                expect(found.counts).toEqual(plainlyCounted(plain, words, wanted))
              }
            }
          }
        },
      ),
      { numRuns: 300, seed: 23 },
    )
  })
})

const bits = (row: Row) => [(row.score ?? Number.NaN) >= 0.5 ? 1 : 2, row.flags]
const hasWords = (row: Row, words: string[]) => words.every((word) => fold(row.text).includes(word))
const passes = (row: Row, wanted: number[], but = -1) =>
  wanted.every((want, facet) => facet === but || want === 0 || ((bits(row)[facet] ?? 0) & want) !== 0)

function plainlyFound(rows: Row[], words: string[], wanted: number[], sort: SortBy<Row> | null): Row[] {
  const found = rows.filter((row) => hasWords(row, words) && passes(row, wanted))
  if (!sort) return found
  const key = (row: Row) => sort.keyOf(row)
  const known = found.filter((row) => key(row) !== null)
  const sign = sort.isDescending ? -1 : 1
  known.sort((a, b) => sign * ((key(a) ?? 0) < (key(b) ?? 0) ? -1 : (key(a) ?? 0) > (key(b) ?? 0) ? 1 : 0))
  return [...known, ...found.filter((row) => key(row) === null)]
}

function plainlyCounted(rows: Row[], words: string[], wanted: number[]): number[][] {
  return [good, flags].map(({ optionCount }, facet) =>
    Array.from(
      { length: optionCount },
      (_, option) =>
        rows.filter(
          (row) =>
            hasWords(row, words) && passes(row, wanted, facet) && (bits(row)[facet] ?? 0) & (1 << option),
        ).length,
    ),
  )
}
