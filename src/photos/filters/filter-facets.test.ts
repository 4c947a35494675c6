import { describe, expect, it } from 'vitest'
import type { Photo, Row } from '../../cloudcard/photo'
import { readPhoto } from '../../cloudcard/photo'
import { countsFrom, facetsOf, numbersOf, sortByOf, textOf } from './filter-facets'
import { filterNames, type FilterName } from '../../fields/fields'
import { noFilters, type Filters } from './filters'

const thresholds = { goodPhotoThreshold: 0.8, badPhotoThreshold: 0.5 }

function row(photo: Partial<Photo> = {}): Row {
  const read = readPhoto({ id: 1, status: 'PENDING' }, 0)
  return read.kind === 'photo' ? { kind: 'photo', photo: { ...read.photo, ...photo } } : read
}
const unreadableRow: Row = { kind: 'unreadable', row: { index: 0, id: null, reason: '' } }
const document = { name: 'Passport' } as Photo['documents'][number]
const cardholder = (isDocumentRequired: boolean) => ({
  id: null,
  email: '',
  username: '',
  identifier: '',
  isDocumentRequired,
})

function bits(
  name: FilterName,
  of: Row,
  filters: Partial<Filters> = {},
  known: typeof thresholds | null = thresholds,
) {
  const columns = numbersOf(of).map((number) => Float64Array.of(number))
  const facet = facetsOf({ ...noFilters, ...filters }, known)[filterNames.indexOf(name)]
  return facet?.bitsOf(columns, 0)
}
/** As the index asks. */
function passes(of: Row, filters: Partial<Filters>, known: typeof thresholds | null = thresholds) {
  const columns = numbersOf(of).map((number) => Float64Array.of(number))
  return facetsOf({ ...noFilters, ...filters }, known).every(
    ({ bitsOf, wanted }) => wanted === 0 || (bitsOf(columns, 0) & wanted) !== 0,
  )
}

describe('score', () => {
  it.each([
    [0.8, 'good'],
    [0.79, 'fair'],
    [0.5, 'bad'],
    [null, 'none'],
  ] as const)('a score of %s is %s', (score, option) => {
    const others = (['good', 'fair', 'bad', 'none'] as const).filter((each) => each !== option)
    expect(passes(row({ score }), { score: [option] })).toBe(true)
    expect(passes(row({ score }), { score: others })).toBe(false)
  })
  it('has no grade while the thresholds are not known', () => {
    expect(passes(row({ score: 0.9 }), { score: ['good', 'fair', 'bad', 'none'] }, null)).toBe(false)
    expect(passes(row({ score: null }), { score: ['none'] }, null)).toBe(true)
  })
  it('is between the per cents that are on the screen', () => {
    const scored = { from: 60, to: 79 }
    const inside = (score: number | null) => passes(row({ score }), { scored })
    expect([0.594, 0.596, 0.6, 0.79, 0.794].map(inside)).toEqual([false, true, true, true, true])
    // Shown as 79.6%, since 80% would be good.
    expect([0.796, 0.8, null].map(inside)).toEqual([false, false, false])
    expect(passes(row({ score: 0.796 }), { scored: { from: 80, to: null } })).toBe(false)
  })
})

describe('submitted', () => {
  const at = (time: string) => row({ dateCreated: Date.parse(time) })
  it('counts days of the viewer, both included', () => {
    const submitted = { from: '2026-08-01', to: '2026-08-02' }
    expect(passes(at('2026-08-01T03:59:59Z'), { submitted })).toBe(false)
    expect(passes(at('2026-08-01T04:00:00Z'), { submitted })).toBe(true)
    expect(passes(at('2026-08-03T03:59:59Z'), { submitted })).toBe(true)
    expect(passes(at('2026-08-03T04:00:00Z'), { submitted })).toBe(false)
    expect(passes(row({ dateCreated: null }), { submitted })).toBe(false)
  })
  it('knows the days of 25 and 23 hours', () => {
    const fall = { from: '2026-11-01', to: '2026-11-01' }
    expect(passes(at('2026-11-01T04:00:00Z'), { submitted: fall })).toBe(true)
    expect(passes(at('2026-11-02T04:59:59Z'), { submitted: fall })).toBe(true)
    expect(passes(at('2026-11-02T05:00:00Z'), { submitted: fall })).toBe(false)
    const spring = { from: null, to: '2026-03-08' }
    expect(passes(at('2026-03-09T03:59:59Z'), { submitted: spring })).toBe(true)
    expect(passes(at('2026-03-09T04:00:00Z'), { submitted: spring })).toBe(false)
  })
})

describe('checks and documents', () => {
  it('any of the chosen checks', () => {
    const photo = row({ isManuallyEdited: true, hasApprovedPhoto: true })
    expect(passes(photo, { checks: ['ratio', 'edited'] })).toBe(true)
    expect(passes(photo, { checks: ['ratio', 'bot'] })).toBe(false)
    expect(bits('checks', photo)).toBe(0b0_10_0010)
    // One more option counts those that have any of the chosen, off or on.
    expect(bits('checks', photo, { checks: ['ratio', 'edited'], off: ['checks'] })).toBe(0b1_10_0010)
  })
  it('a document that is required is one that is lacking', () => {
    const has = row({ documents: [document], cardholder: cardholder(true) })
    const lacks = row({ cardholder: cardholder(false) })
    const required = row({ cardholder: cardholder(true) })
    const which = (documents: Filters['documents']) =>
      [has, lacks, required].map((each) => passes(each, { documents }))
    expect(which(['has'])).toEqual([true, false, false])
    expect(which(['lacks'])).toEqual([false, true, true])
    expect(which(['required'])).toEqual([false, false, true])
    expect(which(['has', 'required'])).toEqual([true, false, true])
  })
})

it('a status that nobody knows is any other one', () => {
  const which = (status: string) => [
    passes(row({ status }), { in: ['FAILED', 'DISCARDED'] }),
    passes(row({ status }), { in: ['OTHER'] }),
  ]
  expect(['FAILED', 'DISCARDED', 'PENDING', 'ARCHIVED', 'OTHER', 'toString'].map(which)).toEqual([
    [true, false],
    [true, false],
    [false, false],
    [false, true],
    [false, true],
    [false, true],
  ])
})

it('all filters together have no more options than the index has bits', () => {
  const bits = facetsOf(noFilters, thresholds).reduce((sum, { optionCount }) => sum + optionCount, 0)
  expect(bits).toBeLessThanOrEqual(31)
})

it('what could not be read passes no filter but its own', () => {
  const every: Partial<Filters>[] = [
    { score: ['good', 'fair', 'bad', 'none'] },
    { scored: { from: 0, to: 100 } },
    { submitted: { from: '1000-01-01', to: '9999-12-31' } },
    { checks: ['ratio', 'edited', 'background', 'automatic', 'bot', 'approved'] },
    { documents: ['has', 'lacks', 'required'] },
    { in: ['PENDING', 'OTHER'] },
  ]
  expect(every.map((filters) => passes(unreadableRow, filters))).toEqual(every.map(() => false))
  expect(passes(unreadableRow, {})).toBe(true)
  expect([passes(unreadableRow, { unreadable: true }), passes(row(), { unreadable: true })]).toEqual([
    true,
    false,
  ])
})

it('a filter that is off lets all pass and is still counted', () => {
  const filters: Partial<Filters> = { score: ['bad'], unreadable: true, off: ['score', 'unreadable'] }
  expect(passes(row({ score: 0.9 }), filters)).toBe(true)
  expect(bits('score', row({ score: 0.9 }), filters)).toBe(0b1)
  expect(bits('score', row({ score: 0.1 }), filters)).toBe(0b0100)
})

it('names the counts as the facets are ordered', () => {
  const facets = facetsOf(noFilters, thresholds)
  expect(facets.map(({ optionCount }) => optionCount)).toEqual([4, 1, 11, 1, 7, 4, 1, 1])
  expect(countsFrom([[1, 2, 3, 4], [5], [11], [6], [7], [8], [9], [10]])).toEqual({
    score: [1, 2, 3, 4],
    scored: [5],
    in: [11],
    submitted: [6],
    checks: [7],
    documents: [8],
    unreadable: [9],
    skipped: [10],
  })
})

const rowOf = (fields: object): Row => readPhoto({ id: 7, status: 'PENDING', ...fields }, 0)
const personOf = (person: object) => rowOf({ person })
const unreadable: Row = { kind: 'unreadable', row: { index: 0, id: 12, reason: '' } }

function keys(column: 'cardholder' | 'identifier' | 'score' | 'submitted', ...rows: Row[]) {
  return rows.map(sortByOf({ column, isDescending: false }).keyOf)
}

it('has no key for what is not known', () => {
  for (const column of ['cardholder', 'identifier', 'score', 'submitted'] as const) {
    expect(keys(column, rowOf({}), unreadable)).toEqual([null, null])
  }
})

it('sorts cardholders by e-mail, else by username, whatever the case', () => {
  const [email, username] = keys(
    'cardholder',
    personOf({ email: 'José@Lakemont.example', username: 'x' }),
    personOf({ username: 'Bo' }),
  )
  expect([email, username]).toEqual(['jose@lakemont.example', 'bo'])
})

it('sorts ID numbers as people count', () => {
  const sorted = ['L9', 'L10', '10', '009', '8'].toSorted((a, b) => {
    const [keyA, keyB] = keys('identifier', personOf({ identifier: a }), personOf({ identifier: b }))
    return String(keyA) < String(keyB) ? -1 : 1
  })
  expect(sorted).toEqual(['8', '009', '10', 'L9', 'L10'])
})

it('searches in e-mail, username, ID number and photo id', () => {
  expect(textOf(personOf({ email: 'a@b.example', username: 'ab', identifier: '0045' }))).toBe(
    'a@b.example\n0045\nab\n7',
  )
  expect(textOf(unreadable)).toBe('12')
})

it('an ID number is found without its leading zeros, wherever they are', () => {
  expect(textOf(personOf({ email: 'a@b.example', username: 'a@b.example', identifier: 'L0027-0714' }))).toBe(
    'a@b.example\nL0027-0714\nL27-714\n7',
  )
})

it('says which way', () => {
  expect(sortByOf({ column: 'score', isDescending: true }).isDescending).toBe(true)
})
