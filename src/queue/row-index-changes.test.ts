import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Columns } from './find-slots'
import { fold } from './fold'
import { createRowIndex, type Query, type RowIndex } from './row-index'

type Row = { id: number; text: string; score: number }

const rowsFrom = (first: number, count: number): Row[] =>
  Array.from({ length: count }, (_, place) => {
    const id = first + place
    return { id, text: `person ${(id * 7919) % 1009}`, score: (id * 31) % 97 }
  })

function newIndex(rows: readonly Row[]) {
  const index = createRowIndex<Row>({
    idOf: ({ id }) => id,
    textOf: ({ text }) => text,
    numbersOf: ({ score }) => [score],
  })
  index.add(rows, 'behind')
  return index
}

const isHigh = {
  optionCount: 2,
  bitsOf: (columns: Columns, slot: number) => ((columns[0]?.[slot] ?? 0) > 48 ? 1 : 2),
  wanted: 1,
}
const query: Query<Row> = {
  words: ['person', '1'],
  facets: [isHigh],
  sort: { name: 'text', keyOf: ({ text }) => text, isDescending: false },
}

const rowsOf = (index: RowIndex<Row>) => [...index.all()]

/** A clock that makes every step look long, so that finding pauses after each. */
function slowClock() {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10))
}

afterEach(() => vi.restoreAllMocks())

async function find(index: RowIndex<Row>, wanted: Query<Row>, atPause: (pause: number) => void = () => {}) {
  let pauses = 0
  const found = await index.find(wanted, {
    signal: new AbortController().signal,
    pause: async () => atPause(pauses++),
  })
  return { found, pauses }
}

describe('while the rows change', () => {
  const count = 3_000
  const changes: Record<string, (index: RowIndex<Row>, at: number) => void> = {
    'a row is replaced': (index, at) => index.replace({ id: at, text: `other ${at}`, score: 0 }),
    'a row is taken out': (index, at) => index.remove(at),
    'a name is learnt': (index, at) => index.addText(at, 'person 1'),
    'rows come behind': (index, at) => index.add(rowsFrom(10_000 + 50 * at, 50), 'behind'),
    'rows come in front': (index, at) => index.add(rowsFrom(10_000 + 50 * at, 50), 'before'),
  }

  for (const [name, change] of Object.entries(changes)) {
    it(`what is found is what was there when it began: ${name}`, async () => {
      slowClock()
      const undisturbed = await find(newIndex(rowsFrom(0, count)), query)
      const index = newIndex(rowsFrom(0, count))
      const { found, pauses } = await find(index, query, (pause) => {
        change(index, count - 1 - pause)
        change(index, pause)
      })
      expect(pauses).toBeGreaterThan(10)
      expect(found).toEqual(undisturbed.found)
    })

    it(`what is found next is what is there then: ${name}`, async () => {
      slowClock()
      const index = newIndex(rowsFrom(0, count))
      const undisturbed = newIndex(rowsFrom(0, count))
      await find(index, query, (pause) => {
        change(index, pause)
        change(undisturbed, pause)
      })
      expect((await find(index, query)).found).toEqual((await find(undisturbed, query)).found)
    })
  }

  it('a row that was replaced is sorted by its new key', async () => {
    const index = newIndex(rowsFrom(0, 3))
    const sort = { name: 'text', keyOf: ({ text }: Row) => text, isDescending: false }
    await find(index, { words: [], facets: [], sort })
    index.replace({ id: 0, text: 'zoe', score: 0 })
    expect([...(await find(index, { words: [], facets: [], sort })).found.slots]).toEqual([2, 1, 0])
  })

  it('a row whose key and options stay as they were has nothing else sorted or read anew', async () => {
    const index = newIndex(rowsFrom(0, count))
    const keyOf = vi.fn<(row: Row) => string>(({ text }) => text)
    const bitsOf = vi.fn(isHigh.bitsOf)
    const asked = {
      ...query,
      facets: [{ ...isHigh, bitsOf }],
      sort: { name: 'text', keyOf, isDescending: true },
    }
    const expectAsFoundAnew = async () =>
      expect((await find(index, asked)).found).toEqual((await find(newIndex(rowsOf(index)), asked)).found)
    await find(index, asked)
    for (const text of rowsFrom(7, 1).map(({ text }) => text)) {
      for (const calls of [keyOf, bitsOf]) calls.mockClear()
      index.replace({ id: 7, text, score: 98 })
      await find(index, asked)
      expect(keyOf.mock.calls.length).toBeLessThanOrEqual(2)
      expect(bitsOf).toHaveBeenCalledTimes(1)
      await expectAsFoundAnew()
    }
    index.replace({ id: 7, text: 'a person 1', score: 98 })
    await expectAsFoundAnew()
  })

  it('each change counts as one', () => {
    const index = newIndex(rowsFrom(0, 3))
    for (const change of Object.values(changes)) {
      const before = index.version
      change(index, 1)
      if (!index.get(1)) index.add(rowsFrom(1, 1), 'behind')
      expect(index.version).toBeGreaterThan(before)
    }
  })
})

it('a short search never pauses', async () => {
  vi.spyOn(performance, 'now').mockReturnValue(0)
  expect((await find(newIndex(rowsFrom(0, 3_000)), query)).pauses).toBe(0)
})

it('rejects with the reason, at the first pause after it is given up', async () => {
  slowClock()
  const controller = new AbortController()
  const reason = new Error('somebody typed on')
  let pauses = 0
  const finding = newIndex(rowsFrom(0, 3_000)).find(query, {
    signal: controller.signal,
    pause: async () => {
      if (++pauses === 3) controller.abort(reason)
    },
  })
  await expect(finding).rejects.toBe(reason)
  expect(pauses).toBe(3)
})

describe('folding', () => {
  it('finds any part of a text, as it was typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aZéßÆıİΣσς1 Łø文\u0301'), maxLength: 12 })
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (whole, start, length) => {
        expect(fold(whole)).toContain(fold(whole.slice(start, start + length)))
        expect(fold(fold(whole))).toBe(fold(whole))
      }),
      { seed: 23, numRuns: 1_000 },
    )
  })
})

it('what some rows alone have is counted as finding them alone would count it, and their places are where they were found', async () => {
  const rows = rowsFrom(0, 500)
  const index = newIndex(rows)
  const some = rows.filter(({ id }) => id % 7 === 3)
  const ids = some.map(({ id }) => id)
  const { found } = await find(index, query)
  const alone = await find(newIndex(some), query)
  expect(index.countAmong([...ids, 99_999], query)).toEqual(alone.found.counts)
  const places = index.placesOf(found, [...ids, 99_999])
  expect(places.map((place) => index.rowAt(found.slots[place] ?? -1)?.id).sort()).toEqual(
    ids.filter((id) => index.placeOf(found, id) >= 0).sort(),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places.length).toBeGreaterThan(5)
})
