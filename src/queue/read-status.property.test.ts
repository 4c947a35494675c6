import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStatusReader, type StatusReading } from './read-status'

type Row = { id: number; created: number; updated: number }

const byId = (a: Row, b: Row) => a.id - b.id
const orders = {
  'id, newest first': (a: Row, b: Row) => byId(b, a),
  'id, oldest first': byId,
  'created, newest first': (a: Row, b: Row) => b.created - a.created,
  'created, oldest first': (a: Row, b: Row) => a.created - b.created,
  'updated, newest first': (a: Row, b: Row) => b.updated - a.updated,
  'updated, oldest first': (a: Row, b: Row) => a.updated - b.updated,
}
type OrderName = keyof typeof orders
const orderNames = Object.keys(orders) as OrderName[]
const isById = (name: OrderName) => name.startsWith('id')

/** What colleagues and cardholders do between two answers; `pick` says to whom. */
type Event = { kind: 'arrive' | 'leave' | 'leaveFirst' | 'return' | 'update'; pick: number }

const kinds: Event['kind'][] = ['arrive', 'leave', 'leaveFirst', 'leaveFirst', 'return', 'update', 'update']
const events = fc.array(
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat({ max: 1_000 }) }), { maxLength: 6 }),
  { maxLength: 30 },
)

const servers = [
  'plain',
  'cap',
  'short',
  'clamps-last',
  'clamps-first',
  'repeats',
  'doubles',
  'turns',
] as const
type ServerKind = (typeof servers)[number]

const aSetting = {
  order: fc.constantFrom(...orderNames),
  size: fc.nat({ max: 80 }),
  pageSize: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
    fc.integer({ min: 1, max: 1_000 }),
  ),
  atATime: fc.integer({ min: 1, max: 3 }),
  /** So many ticks of the clock show the same time: rows are tied. */
  ticks: fc.constantFrom(1, 3, 10, 100),
  /** How tied rows come: by id, or in another order in every answer. */
  ties: fc.constantFrom('id', 'any'),
  /** The list had time to be worked on: what was updated last is not what is newest. */
  isWorkedOn: fc.boolean(),
  /** Larger requests than the pages are refused. */
  isSmallServer: fc.boolean(),
  /** Whoever is given the photos keeps them by their ids, and the reader does not. */
  isKeptOutside: fc.boolean(),
  seed: fc.nat({ max: 1_000_000 }),
  /** How it gives out its lists, beside the way that is documented. */
  server: fc.constant('plain' as ServerKind),
  /** What a server with a limit gives at most, when an order turns, and so on. */
  number: fc.integer({ min: 2, max: 30 }),
}
type Setting = {
  [Key in keyof typeof aSetting]: (typeof aSetting)[Key] extends fc.Arbitrary<infer S> ? S : never
}

function randomFrom(seed: number) {
  let state = seed + 1
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % Math.max(1, below)
  }
}

function aServer(setting: Setting, happenings: Event[][]) {
  const { order, size, ticks, ties, isWorkedOn, seed, server, number } = setting
  const random = randomFrom(seed)
  const gone: Row[] = []
  let clock = 1_000
  let turn = 0
  const now = () => Math.floor(clock++ / ticks)
  const newRow = (id: number): Row => {
    const time = now()
    return { id, created: time, updated: time }
  }
  let rows = Array.from({ length: size }, (_, place) => newRow(place + 1))
  if (isWorkedOn) for (const row of rows) if (random(2) === 0) row.updated = now()
  const throughout = new Set(rows.map(({ id }) => id))
  let newest = size
  const list = () => {
    const lots = ties === 'any' ? new Map(rows.map((row) => [row, random(1_000_000)])) : null
    const tieOf = (row: Row) => lots?.get(row) ?? row.id
    const sorted = rows.toSorted((a, b) => orders[order](a, b) || tieOf(a) - tieOf(b))
    return server === 'turns' && turn > number % 5 ? sorted.toReversed() : sorted
  }
  let last: Row[] = []
  let repeats = 0
  const answer = (offset: number, max: number) => {
    const sorted = list()
    const all =
      server === 'doubles' ? sorted.flatMap((row) => (row.id % number ? [row] : [row, row])) : sorted
    const found = all.slice(offset, offset + max)
    if (server === 'cap') return found.slice(0, number)
    if (server === 'short' && random(3) === 0) return found.slice(0, Math.ceil(max / 2) + random(max / 2))
    if (found.length > 0 || !server.startsWith('clamps')) return found
    return server === 'clamps-last' ? all.slice(-max) : all.slice(0, max)
  }
  const answerOrRepeat = (offset: number, max: number) => {
    // Not more than twice in a row.
    repeats = server === 'repeats' && last.length > 0 && repeats < 2 && random(4) === 0 ? repeats + 1 : 0
    if (repeats === 0) last = answer(offset, max)
    return last
  }
  const happen = ({ kind, pick }: Event) => {
    const chosen = kind === 'leaveFirst' ? list()[pick % 3] : rows[pick % Math.max(1, rows.length)]
    if (kind === 'arrive') rows.push(newRow(++newest))
    if (kind === 'return') {
      const back = gone.splice(pick % Math.max(1, gone.length), 1)
      rows.push(...back.map((row) => (pick % 2 ? { ...row, updated: now() } : row)))
    }
    if (!chosen) return
    if (kind === 'update') rows = rows.map((row) => (row === chosen ? { ...row, updated: now() } : row))
    if (kind.startsWith('leave')) {
      rows = rows.filter((row) => row !== chosen)
      gone.push(chosen)
      throughout.delete(chosen.id)
    }
  }
  const waiting: (() => void)[] = []
  let isServing = false
  const serve = () => {
    isServing = false
    const [answer] = waiting.splice(random(waiting.length), 1)
    answer?.()
    for (const event of happenings[turn++] ?? []) happen(event)
    if (waiting.length > 0) serveSoon()
  }
  const serveSoon = () => {
    if (isServing) return
    isServing = true
    void setTick(serve)
  }
  return {
    throughout,
    get requests() {
      return turn
    },
    /** What waits side by side is answered in any order. */
    readPage: (offset: number, max: number) =>
      new Promise<Row[]>((resolve) => {
        waiting.push(() => resolve(answerOrRepeat(offset, max)))
        serveSoon()
      }),
  }
}

/** Late enough for what is asked side by side to wait side by side. */
async function setTick(run: () => void) {
  for (let tick = 0; tick < 12; tick++) await Promise.resolve()
  run()
}

type Outcome = StatusReading & { missed: number[]; isTwice: boolean; requests: number; list: number[] }

async function readAll(setting: Setting, happenings: Event[][]): Promise<Outcome> {
  const server = aServer(setting, happenings)
  const list: number[] = []
  const kept = new Map<number, number>()
  const overlap = Math.min(20, setting.pageSize + 1)
  const reader = createStatusReader<Row>({
    readPage: server.readPage,
    keysOf: (row) => row,
    ...(setting.isKeptOutside && { keptUpdated: (id) => kept.get(id) }),
    onChanged: (rows) => rows.forEach(({ id, updated }) => kept.set(id, updated)),
    onRows: (rows, where) => {
      const ids = rows.map(({ id }) => id)
      for (const { id, updated } of rows) kept.set(id, updated)
      if (where === 'before') list.unshift(...ids)
      else list.push(...ids)
    },
    pageSize: setting.pageSize,
    atATime: setting.atATime,
    mostAtOnce: setting.isSmallServer ? Math.min(1_000, setting.pageSize + overlap) : 1_000,
  })
  const reading = await reader.read(new AbortController().signal)
  const given = new Set(list)
  const missed = [...server.throughout].filter((id) => !given.has(id))
  return { ...reading, missed, isTwice: given.size < list.length, requests: server.requests, list }
}

async function readNaively(setting: Setting, happenings: Event[][]) {
  const { readPage, throughout } = aServer(setting, happenings)
  const given = new Set<number>()
  for (let offset = 0; offset <= 5_000; offset += setting.pageSize) {
    const rows = await readPage(offset, setting.pageSize)
    for (const { id } of rows) given.add(id)
    if (rows.length < setting.pageSize) break
  }
  return [...throughout].filter((id) => !given.has(id))
}

/** Two answers that are cut off at random end at the same row, though more follow. */
const cutOffTwiceAtOneRow: Setting = {
  order: 'id, newest first',
  size: 80,
  pageSize: 10,
  atATime: 2,
  ticks: 1,
  ties: 'id',
  isWorkedOn: true,
  isSmallServer: false,
  isKeptOutside: false,
  seed: 449_521,
  server: 'short',
  number: 2,
}

/** Of a list of up to 110 photos, three times over, and with what has to be asked again. */
const mostRequests = 800

describe('a status read whole while colleagues work', () => {
  it('has every photo that was there throughout, once, or says that some may be missing', async () => {
    const count = { runs: 0, proven: 0, naive: 0 }
    await fc.assert(
      fc.asyncProperty(fc.record(aSetting), events, async (setting, happenings) => {
        const { isProven, missed, isTwice } = await readAll(setting, happenings)
        expect({ isTwice, missed: isProven ? missed : [] }).toEqual({ isTwice: false, missed: [] })
        count.runs++
        if (isProven) count.proven++
        if ((await readNaively(setting, happenings)).length > 0) count.naive++
      }),
      { numRuns: 6_000, seed: 17, endOnFailure: true },
    )
    // A reader that proves nothing would pass too, and so would any in a list that stands still.
    expect(count.proven / count.runs).toBeGreaterThan(0.899)
    expect(count.naive / count.runs).toBeGreaterThan(0.2)
  })

  it('is so whatever the server does, with a bound on requests', async () => {
    const said = new Map(servers.map((server) => [server, { said: 0, runs: 0 }]))
    const odd = fc.record({
      ...aSetting,
      server: fc.constantFrom(...servers),
      pageSize: fc.integer({ min: 8, max: 60 }),
      isSmallServer: fc.constant(false as boolean),
    })
    let naive = 0
    await fc.assert(
      fc.asyncProperty(odd, events, async (setting, happenings) => {
        const { isProven, missed, isTwice, requests } = await readAll(setting, happenings)
        expect({ isTwice, missed: isProven ? missed : [] }).toEqual({ isTwice: false, missed: [] })
        expect(requests).toBeLessThanOrEqual(mostRequests)
        const of = said.get(setting.server)
        if (of) Object.assign(of, { runs: of.runs + 1, said: of.said + Number(!isProven) })
        if ((await readNaively(setting, happenings)).length > 0) naive++
      }),
      { numRuns: 10_000, seed: 31, endOnFailure: true, examples: [[cutOffTwiceAtOneRow, []]] },
    )
    expect(naive).toBeGreaterThan(3_000)
    // One that never claims anything would pass too.
    for (const server of ['plain', 'clamps-last', 'clamps-first'] as const) {
      const { said: times, runs } = said.get(server) ?? { said: 1, runs: 1 }
      expect(times / runs).toBeLessThan(0.2)
    }
  })

  it('is proven whenever the list is in the order of the ids', async () => {
    const setting = fc.record({ ...aSetting, order: fc.constantFrom(...orderNames.filter(isById)) })
    await fc.assert(
      fc.asyncProperty(setting, events, async (setting, happenings) => {
        // Rows that are all tied might as well be in any order: only a larger request can tell.
        const isSmallServer = setting.isSmallServer && setting.ticks === 1
        const { isProven, missed, isTwice } = await readAll({ ...setting, isSmallServer }, happenings)
        expect({ isProven, missed, isTwice }).toEqual({ isProven: true, missed: [], isTwice: false })
      }),
      { numRuns: 3_000, seed: 18, endOnFailure: true },
    )
  })

  it('is proven with a few requests more than it takes when nothing happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record({ ...aSetting, ticks: fc.constant(1) }), async (setting) => {
        const { isProven, requests, missed, list } = await readAll(setting, [])
        expect({ isProven, missed, rows: list.length }).toEqual({
          isProven: true,
          missed: [],
          rows: setting.size,
        })
        const floor = Math.ceil((setting.size + 1) / setting.pageSize)
        expect(requests).toBeLessThanOrEqual(floor + 4 + setting.atATime)
      }),
      { numRuns: 1_000, seed: 19, endOnFailure: true },
    )
  })
})
