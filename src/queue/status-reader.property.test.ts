import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RowKeys } from './list-order'
import { createStatusReader } from './status-reader'

type Row = RowKeys & { id: number; tie: number }

/** How the server orders its list, which nobody has documented. */
const orders = {
  'id, newest first': (a: Row, b: Row) => b.id - a.id,
  'id, oldest first': (a: Row, b: Row) => a.id - b.id,
  'last change first': (a: Row, b: Row) => (b.updated ?? 0) - (a.updated ?? 0) || b.id - a.id,
  'last change last': (a: Row, b: Row) => (a.updated ?? 0) - (b.updated ?? 0) || a.id - b.id,
  'last change first, ties in any order': (a: Row, b: Row) =>
    (b.updated ?? 0) - (a.updated ?? 0) || a.tie - b.tie,
  'last change last, ties in any order': (a: Row, b: Row) =>
    (a.updated ?? 0) - (b.updated ?? 0) || a.tie - b.tie,
}
type OrderName = keyof typeof orders
const orderNames = Object.keys(orders) as OrderName[]
const isById = (name: OrderName) => name.startsWith('id')

/** What colleagues, cardholders and the bot do between two answers; numbers choose among what there is. */
type Event = { kind: 'arrive' | 'leave' | 'return' | 'update'; pick: number }

const events = fc.array(
  fc.array(
    fc.record({
      kind: fc.constantFrom<Event['kind']>('arrive', 'leave', 'leave', 'leave', 'return', 'update'),
      pick: fc.nat({ max: 1_000 }),
    }),
    { maxLength: 6 },
  ),
  { maxLength: 30 },
)

const setting = fc.record({
  order: fc.constantFrom(...orderNames),
  size: fc.nat({ max: 80 }),
  pageSize: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 25 }) },
    fc.integer({ min: 1, max: 1_000 }),
  ),
  atATime: fc.integer({ min: 1, max: 3 }),
  /** Changes within so many events have the same time. */
  tick: fc.constantFrom(1, 1, 4, 40),
  seed: fc.nat({ max: 1_000_000 }),
})
type Setting = typeof setting extends fc.Arbitrary<infer S> ? S : never

/** The server's list, and how it changes. */
function aServer({ order, size, tick, seed }: Setting) {
  let clock = 1_000
  let random = seed + 1
  const chance = (below: number) => {
    random = (random * 48_271) % 2_147_483_647
    return random % below
  }
  const now = () => Math.floor(++clock / tick)
  const newRow = (id: number): Row => ({ id, created: null, updated: now(), tie: 0 })
  let rows = Array.from({ length: size }, (_, place) => newRow(place * 3 + 1))
  // Some were changed before, so that the two orders differ.
  for (const row of rows) if (chance(8) === 0) row.updated = now()
  let gone: Row[] = []
  let nextId = size * 3 + 1
  const throughout = new Set(rows.map(({ id }) => id))

  function happen({ kind, pick }: Event) {
    const row = rows[pick % Math.max(1, rows.length)]
    if (kind === 'arrive') rows.push(newRow(nextId++))
    else if (kind === 'leave' && row) {
      rows = rows.filter((each) => each !== row)
      gone.push(row)
      throughout.delete(row.id)
    } else if (kind === 'return' && gone.length > 0) {
      const back = gone[pick % gone.length]
      gone = gone.filter((each) => each !== back)
      if (back) rows.push({ ...back, updated: now() })
    } else if (kind === 'update' && row)
      rows = rows.map((each) => (each === row ? { ...row, updated: now() } : each))
  }

  return {
    throughout,
    chance,
    happen,
    answer(offset: number, max: number): Row[] {
      // Tied rows come in another order each time.
      const shown = rows.map((row) => ({ ...row, tie: chance(1_000) }))
      return shown.sort(orders[order]).slice(offset, offset + max)
    },
  }
}

/** Lets a reader read while things happen; several requests are answered in any order. */
async function readWith(
  settings: Setting,
  happenings: readonly Event[][],
  read: (readPage: (offset: number, max: number) => Promise<Row[]>) => Promise<void>,
) {
  const server = aServer(settings)
  const waiting: (() => void)[] = []
  let requests = 0
  const state = { isDone: false }
  const reading = read(
    (offset, max) =>
      new Promise((resolve) => {
        requests++
        waiting.push(() => resolve(server.answer(offset, max)))
      }),
  ).finally(() => {
    state.isDone = true
  })
  let step = 0
  while (!state.isDone) {
    for (const event of happenings[step++] ?? []) server.happen(event)
    const [answer] = waiting.splice(server.chance(Math.max(1, waiting.length)), 1)
    answer?.()
    // Until the reader asks again or is done.
    for (let turn = 0; turn < 12 && waiting.length === 0 && !state.isDone; turn++) await Promise.resolve()
    if (step > 5_000) throw new Error('The reader does not come to an end')
  }
  await reading
  return { throughout: server.throughout, requests }
}

async function readAll(settings: Setting, happenings: readonly Event[][]) {
  const given: number[] = []
  let isProven = false
  const { throughout, requests } = await readWith(settings, happenings, async (readPage) => {
    const reader = createStatusReader<Row>({
      readPage,
      keysOf: (row) => row,
      onRows: (rows) => given.push(...rows.map(({ id }) => id)),
      pageSize: settings.pageSize,
      atATime: settings.atATime,
    })
    ;({ isProven } = await reader.read(new AbortController().signal))
  })
  const all = new Set(given)
  return { given, isProven, requests, missed: [...throughout].filter((id) => !all.has(id)) }
}

async function readNaively(settings: Setting, happenings: readonly Event[][]) {
  const given = new Set<number>()
  const { throughout } = await readWith(settings, happenings, async (readPage) => {
    for (let offset = 0; ; offset += settings.pageSize) {
      const rows = await readPage(offset, settings.pageSize)
      for (const { id } of rows) given.add(id)
      if (rows.length < settings.pageSize) return
    }
  })
  return [...throughout].filter((id) => !given.has(id))
}

describe('reading a whole status while photos come, go and change', () => {
  it('gives each photo that was there throughout, once, or says that some may be missing', async () => {
    let proven = 0
    let naiveMisses = 0
    await fc.assert(
      fc.asyncProperty(setting, events, async (settings, happenings) => {
        const { given, isProven, missed } = await readAll(settings, happenings)
        expect(new Set(given).size).toBe(given.length)
        if (isProven) expect(missed).toEqual([])
        if (isById(settings.order)) expect({ isProven, missed }).toEqual({ isProven: true, missed: [] })
        if (isProven) proven++
        if ((await readNaively(settings, happenings)).length > 0) naiveMisses++
      }),
      { numRuns: 10_000, seed: 29 },
    )
    // Without this the test would prove nothing: who just counts offsets loses photos, and who always says so is no use.
    expect(naiveMisses).toBeGreaterThan(500)
    expect(proven).toBeGreaterThan(6_000)
  }, 60_000)

  it('proves it when nothing moves, with hardly more requests than needed', async () => {
    await fc.assert(
      fc.asyncProperty(setting, async (settings) => {
        // Tied photos may be more than a page: then it can only say so.
        fc.pre(settings.tick === 1 || isById(settings.order))
        const { isProven, missed, requests } = await readAll(settings, [])
        expect({ isProven, missed }).toEqual({ isProven: true, missed: [] })
        const stride = Math.min(settings.pageSize, 980)
        const most = Math.floor(settings.size / stride) + 4 + settings.atATime
        // By the last change, the first rows can look like an order in which several pages may be read at a time.
        expect(requests).toBeLessThanOrEqual(isById(settings.order) ? most : 2 * most)
      }),
      { numRuns: 1_000, seed: 31 },
    )
  })
})
