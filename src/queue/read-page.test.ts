import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startAt, startBehind, startWithout, type PageStart } from './page-start'
import { readPage } from './read-page'

type Row = { id: number | null }

const idOf = (row: Row) => row.id
const ids = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, place) => from + Math.sign(to - from) * place)

/** A status that colleagues work on as well: newest first, so that the ids fall. */
function aStatus(list: (number | null)[]) {
  const asked: [number, number][] = []
  return {
    list,
    asked,
    leave: (...gone: number[]) =>
      void list.splice(0, list.length, ...list.filter((id) => !gone.includes(id ?? -1))),
    readRows: async (offset: number, max: number): Promise<Row[]> => {
      asked.push([offset, max])
      return list.slice(offset, offset + max).map((id) => ({ id }))
    },
  }
}

async function read(status: ReturnType<typeof aStatus>, start: PageStart, max = 25) {
  const page = await readPage(status.readRows, idOf, start, max)
  const shown = page.rows.map(idOf)
  return {
    shown,
    offset: page.offset,
    mayMiss: page.mayMiss,
    behind: startBehind(start, { offset: page.offset, ids: shown }),
  }
}

describe('the next page', () => {
  it('is read with a few rows again, in one request, when nothing has moved', async () => {
    const status = aStatus(ids(1_000, 1))
    const first = await read(status, startAt(0))
    expect(first.shown).toEqual(ids(1_000, 976))
    const second = await read(status, first.behind)
    expect(second).toMatchObject({ shown: ids(975, 951), offset: 25 })
    expect(status.asked).toEqual([
      [0, 25],
      [15, 35],
    ])
  })

  it('leaves out nobody after five photos have left, and tells its real place', async () => {
    const status = aStatus(ids(1_000, 1))
    const first = await read(status, startAt(0))
    status.leave(...ids(1_000, 996))
    expect(await read(status, first.behind)).toMatchObject({ shown: ids(975, 951), offset: 20 })
  })

  it('is found also after everything that was shown has been decided', async () => {
    const status = aStatus(ids(1_000, 1))
    const first = await read(status, startAt(0))
    status.leave(...ids(1_000, 976))
    expect(await read(status, first.behind)).toMatchObject({ shown: ids(975, 951), offset: 0 })
  })

  it('is found further back after hundreds have left', async () => {
    const status = aStatus(ids(1_000, 1))
    let page = await read(status, startAt(0))
    for (let turn = 0; turn < 19; turn++) page = await read(status, page.behind)
    status.leave(...ids(999, 600))
    expect(await read(status, page.behind)).toMatchObject({ shown: ids(500, 476), offset: 100 })
  })

  it('is found further on after many have arrived', async () => {
    const status = aStatus(ids(1_000, 1))
    const first = await read(status, startAt(0))
    status.list.unshift(...ids(1_060, 1_001))
    expect(await read(status, first.behind)).toMatchObject({ shown: ids(975, 951), offset: 85 })
  })

  it('is empty behind the last photo', async () => {
    const status = aStatus(ids(50, 1))
    const first = await read(status, startAt(0))
    const second = await read(status, first.behind)
    expect(second.shown).toEqual(ids(25, 1))
    expect(await read(status, second.behind)).toMatchObject({ shown: [], offset: 50 })
  })

  it('does not show again what could not be read', async () => {
    const status = aStatus([5, 4, null, null, 3, null, 2, 1])
    const first = await read(status, startAt(0), 4)
    expect(first.shown).toEqual([5, 4, null, null])
    const second = await read(status, first.behind, 2)
    expect(second.shown).toEqual([3, null])
    expect((await read(status, second.behind, 2)).shown).toEqual([2, 1])
  })

  it('of a thousand is whole, though a request brings no more than that', async () => {
    const status = aStatus(ids(3_000, 1))
    const first = await read(status, startAt(0), 1_000)
    expect((await read(status, first.behind, 1_000)).shown).toEqual(ids(2_000, 1_001))
    expect(Math.max(...status.asked.map(([, max]) => max))).toBe(1_000)
  })

  it('after one that was come to by a link follows it by the ids, when none of its rows is left', async () => {
    const status = aStatus(ids(1_000, 1))
    const linked = await read(status, startAt(500))
    status.leave(...ids(500, 476))
    expect(await read(status, linked.behind)).toMatchObject({ shown: ids(475, 451), offset: 500 })
  })

  it('in no known order is where the numbers say when none of the rows before is left, and says what that means', async () => {
    const mixed = ids(1_000, 1).map((id) => (id * 7919) % 1_009)
    const status = aStatus([...mixed])
    const linked = await read(status, startAt(500))
    status.leave(...mixed.slice(500, 525))
    const next = await read(status, linked.behind)
    expect(next).toMatchObject({ shown: mixed.slice(550, 575), offset: 525, mayMiss: true })
  })

  it('is asked for exactly where it is after photos were decided here', async () => {
    const status = aStatus(ids(1_000, 1))
    const first = await read(status, startAt(0))
    status.leave(990, 980)
    const start = startWithout(first.behind, new Set([990, 980, 970]))
    expect(start.offset).toBe(23)
    expect(await read(status, start)).toMatchObject({ shown: ids(975, 951), offset: 23 })
    expect(status.asked.at(-1)).toEqual([13, 35])
  })
})

type Event = { leaves: number[]; arrives: number }

const events = fc.array(
  fc.record({
    leaves: fc.array(fc.nat({ max: 200 }), { maxLength: 12 }),
    arrives: fc.nat({ max: 6 }),
  }),
  { maxLength: 40 },
)

/** Everything that is shown to somebody who turns pages to the end while photos come and go between the requests. */
async function turnPages(
  size: number,
  max: number,
  isNewestFirst: boolean,
  happenings: Event[],
  isNaive: boolean,
) {
  const list: (number | null)[] = isNewestFirst ? ids(size, 1) : ids(1, size)
  const status = aStatus(list)
  const throughout = new Set(list)
  let next = 0
  let newest = size
  const happen = () => {
    const { leaves, arrives } = happenings[next++] ?? { leaves: [], arrives: 0 }
    for (const place of leaves) {
      const [gone] = list.splice(place % Math.max(1, list.length), 1)
      throughout.delete(gone ?? -1)
    }
    for (let count = 0; count < arrives; count++) list.splice(isNewestFirst ? 0 : list.length, 0, ++newest)
  }
  const readRows = async (offset: number, count: number) => {
    const rows = await status.readRows(offset, count)
    happen()
    return rows
  }
  const shown: (number | null)[] = []
  for (let start = startAt(0); ;) {
    const asked = isNaive ? startAt(start.offset) : start
    const page = await readPage(readRows, idOf, asked, max)
    shown.push(...page.rows.map(idOf))
    if (page.rows.length < max) return { shown, missed: [...throughout].filter((id) => !shown.includes(id)) }
    start = startBehind(start, { offset: page.offset, ids: page.rows.map(idOf) })
  }
}

describe('turning pages to the end while colleagues work', () => {
  const place = {
    size: fc.nat({ max: 120 }),
    max: fc.integer({ min: 1, max: 30 }),
    isNewestFirst: fc.boolean(),
  }

  it('shows every photo that was there throughout, and none twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(place), events, async ({ size, max, isNewestFirst }, happenings) => {
        const { shown, missed } = await turnPages(size, max, isNewestFirst, happenings, false)
        expect(missed).toEqual([])
        expect(new Set(shown).size).toBe(shown.length)
      }),
      { numRuns: 2_000, seed: 17 },
    )
  })

  it('by plain offsets, for comparison, misses some', async () => {
    const happenings = Array.from({ length: 40 }, () => ({ leaves: [0, 1, 2], arrives: 0 }))
    const { missed } = await turnPages(120, 25, true, happenings, true)
    expect(missed.length).toBeGreaterThan(0)
  })
})
