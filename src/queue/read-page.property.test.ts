import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOffice, mostAgain } from './office'
import type { PageRead } from './page'
import { startAt, startBehind, startInFront, type PageStart } from './page-start'
import { mostRequests, readPage } from './read-page'

type Row = { id: number }

/** How a server gives out its lists, beside the way that is documented. */
const kinds = ['plain', 'cap', 'short', 'clamps-last', 'clamps-first', 'repeats', 'doubles', 'turns'] as const

const aSetting = {
  kind: fc.constantFrom(...kinds),
  isNewestFirst: fc.boolean(),
  size: fc.nat({ max: 120 }),
  max: fc.integer({ min: 1, max: 40 }),
  /** What a server with a limit gives at most, of an order that turns when, and so on. */
  number: fc.integer({ min: 2, max: 30 }),
  seed: fc.nat({ max: 1_000_000 }),
}
type Setting = {
  [Key in keyof typeof aSetting]: (typeof aSetting)[Key] extends fc.Arbitrary<infer S> ? S : never
}

type Happening = { leaves: number[]; arrives: number }

const happenings = fc.array(
  fc.record({ leaves: fc.array(fc.nat({ max: 200 }), { maxLength: 8 }), arrives: fc.nat({ max: 12 }) }),
  { maxLength: 30 },
)

function randomFrom(seed: number) {
  let state = seed + 1
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % Math.max(1, below)
  }
}

/** A status on such a server, on which colleagues and cardholders work between any two answers. */
function aServer({ kind, isNewestFirst, size, number, seed }: Setting, events: readonly Happening[]) {
  const random = randomFrom(seed)
  let list = Array.from({ length: size }, (_, place) => (isNewestFirst ? size - place : place + 1))
  let newest = size
  let isTurned = false
  const throughout = new Set(list)
  let requests = 0
  let last: Row[] = []
  let repeats = 0

  const withDoubles = () => list.flatMap((id) => (id % number === 0 ? [id, id] : [id]))

  function answer(offset: number, max: number): number[] {
    const rows = kind === 'doubles' ? withDoubles() : list
    const found = rows.slice(offset, offset + max)
    if (kind === 'cap') return found.slice(0, number)
    if (kind === 'short' && random(3) === 0) return found.slice(0, Math.ceil(max / 2) + random(max / 2))
    if (found.length > 0 || max === 0) return found
    if (kind === 'clamps-last') return rows.slice(-max)
    return kind === 'clamps-first' ? rows.slice(0, max) : found
  }

  function happen() {
    const { leaves, arrives } = events[requests] ?? { leaves: [], arrives: 0 }
    for (const place of leaves) {
      const [gone] = list.splice(place % Math.max(1, list.length), 1)
      throughout.delete(gone ?? -1)
    }
    for (let count = 0; count < arrives; count++) {
      list.splice(isNewestFirst === isTurned ? list.length : 0, 0, ++newest)
    }
    if (kind === 'turns' && requests === 1 + (number % 5)) {
      list = list.toReversed()
      isTurned = true
    }
  }

  return {
    throughout,
    get requests() {
      return requests
    },
    async readRows(offset: number, max: number): Promise<Row[]> {
      happen()
      requests++
      // Not more than twice in a row.
      repeats = kind === 'repeats' && last.length > 0 && repeats < 2 && random(4) === 0 ? repeats + 1 : 0
      if (repeats > 0) return last
      last = answer(offset, max).map((id) => ({ id }))
      return last
    },
  }
}

type Turned = {
  missed: number[]
  isSaid: boolean
  isTwice: boolean
  mostOfAPage: number
  requests: number
  pages: number
}

const mostPages = 400
/** Each may be asked for again where it repeats the one before; the last ones look whether there is nothing behind. */
const mostOfAnyPage = (mostRequests + 2) * (1 + mostAgain)

/** What is shown to somebody who turns pages to one end of the list. */
async function turnPages(setting: Setting, events: readonly Happening[], direction: 1 | -1): Promise<Turned> {
  const server = aServer(setting, events)
  const office = createOffice()
  const { max, size, isNewestFirst } = setting
  const shown: number[] = []
  let isSaid = false
  let mostOfAPage = 0
  const lastPage = Math.floor(Math.max(0, size - 1) / max) * max
  let start: PageStart = direction === 1 ? startAt(0) : startAt(lastPage)
  let first: number | undefined
  let number = 0
  for (; ; number++) {
    if (number > mostPages) throw new Error('The pages never end')
    const before = server.requests
    const page: PageRead<Row> = await readPage(server.readRows, ({ id }) => id, start, max, office)
    mostOfAPage = Math.max(mostOfAPage, server.requests - before)
    const ids = page.rows.map(({ id }) => id)
    shown.push(...ids)
    first ??= ids[0]
    isSaid ||= page.mayMiss
    if (direction === 1) {
      if (page.isEnd || isSaid) break
      start = startBehind(start, { ...page, ids })
    } else {
      // One that was come to by its number is no promise of what lies before it.
      if (page.offset === 0 || isSaid || ids.length === 0) break
      start = startInFront(start, { offset: page.offset, ids }, max)
    }
  }
  // What lies behind where one began to page backwards was not asked for.
  const isInFront = (id: number) => first !== undefined && (isNewestFirst ? id > first : id < first)
  const missed = [...server.throughout].filter(
    (id) => !shown.includes(id) && (direction === 1 || isInFront(id)),
  )
  const isTwice = new Set(shown).size < shown.length
  return { missed, isSaid, isTwice, mostOfAPage, requests: server.requests, pages: number + 1 }
}

async function turnNaively(setting: Setting, events: readonly Happening[]): Promise<number[]> {
  const { readRows, throughout } = aServer(setting, events)
  const shown = new Set<number>()
  for (let offset = 0; offset <= 2_000; offset += setting.max) {
    const rows = await readRows(offset, setting.max)
    for (const { id } of rows) shown.add(id)
    if (rows.length < setting.max) break
  }
  return [...throughout].filter((id) => !shown.has(id))
}

describe.each([
  ['forwards', 1],
  ['backwards', -1],
] as const)('turning pages %s while colleagues work, whatever the server does', (_way, direction) => {
  it('shows every photo that was there throughout, once, or says that photos may be missing', async () => {
    const said = new Map(kinds.map((kind) => [kind, { said: 0, runs: 0 }]))
    let naive = 0
    await fc.assert(
      fc.asyncProperty(fc.record(aSetting), happenings, async (setting, events) => {
        const { isSaid, missed, isTwice, mostOfAPage } = await turnPages(setting, events, direction)
        expect(mostOfAPage).toBeLessThanOrEqual(mostOfAnyPage)
        const of = said.get(setting.kind)
        if (of) Object.assign(of, { runs: of.runs + 1, said: of.said + Number(isSaid) })
        if ((await turnNaively(setting, events)).length > 0) naive++
        if (!isSaid) expect({ missed, isTwice }).toEqual({ missed: [], isTwice: false })
      }),
      { numRuns: 10_000, seed: 23 + direction, endOnFailure: true },
    )
    const shareOf = (kind: (typeof kinds)[number]) => {
      const { said: times, runs } = said.get(kind) ?? { said: 1, runs: 1 }
      return times / runs
    }
    // One that always says so would pass too, and so would any in a list that stands still.
    for (const kind of ['plain', 'short', 'repeats'] as const) expect(shareOf(kind)).toBeLessThan(0.15)
    for (const kind of kinds) if (kind !== 'turns') expect(shareOf(kind)).toBeLessThan(0.5)
    expect(naive).toBeGreaterThan(3_000)
  })

  it('never says so while nothing happens, and takes a request a page and a few for the end', async () => {
    const quiet = fc.record({ ...aSetting, kind: fc.constant('plain' as const) })
    await fc.assert(
      fc.asyncProperty(quiet, async (setting) => {
        const { isSaid, missed, requests, pages } = await turnPages(setting, [], direction)
        expect({ isSaid, missed }).toEqual({ isSaid: false, missed: [] })
        expect(requests).toBeLessThanOrEqual(pages + 3)
      }),
      { numRuns: 1_000, seed: 29, endOnFailure: true },
    )
  })
})
