import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNames } from '../fields/checks'
import { documents } from '../fields/documents'
import { filterNames, sortColumns } from '../fields/fields'
import type { Range } from '../fields/kinds/filter'
import { score } from '../fields/score'
import { activeFilters, hasFilters, hasValue, isFiltered, noFilters, type Filters } from './filters/filters'
import {
  defaultSearch,
  everyPhoto,
  formatSearch,
  needsWholeStatus,
  nextSearch,
  parseSearch,
  perPageChoices,
  views,
  type PhotoSearch,
} from './photo-search'
import { status, statusFilters } from '../fields/status'

const scoreOptions = score.filters.score.options
const documentOptions = documents.filters.documents.options

function anyRange<T extends number | string>(ends: fc.Arbitrary<T>): fc.Arbitrary<Range<T>> {
  return fc
    .record({ from: fc.option(ends), to: fc.option(ends) })
    .map(({ from, to }) =>
      from !== null && to !== null && from > to ? { from: to, to: from } : { from, to },
    )
}

const anyDay = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const anyFilters: fc.Arbitrary<Filters> = fc
  .record({
    score: fc.subarray([...scoreOptions]),
    in: fc.subarray([...status.filters.in.options]),
    scored: anyRange(fc.integer({ min: 0, max: 100 })),
    submitted: anyRange(anyDay),
    checks: fc.subarray([...checkNames]),
    documents: fc.subarray([...documentOptions]),
    unreadable: fc.boolean(),
    skipped: fc.boolean(),
    off: fc.subarray([...filterNames]),
  })
  .map((filters) => ({ ...filters, off: filters.off.filter((name) => hasValue(filters, name)) }))

const anySearch: fc.Arbitrary<PhotoSearch> = fc.record({
  view: fc.constantFrom(...views),
  status: fc.constantFrom(...statusFilters),
  page: fc.integer({ min: 1, max: 999_999 }),
  max: fc.constantFrom(...perPageChoices),
  photo: fc.option(fc.integer({ min: 1, max: 999_999_999_999_999 })),
  sort: fc.option(fc.record({ column: fc.constantFrom(...sortColumns), isDescending: fc.boolean() })),
  filters: anyFilters,
})

const read = (query: string) => parseSearch(new URLSearchParams(query))

describe('the address of the list', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(read(formatSearch(search))).toEqual(search)
      }),
    )
  })

  it('leaves defaults out', () => {
    expect(formatSearch(defaultSearch)).toBe('')
    expect(formatSearch({ ...defaultSearch, status: 'APPROVED', page: 2, max: 50, photo: 1423442 })).toBe(
      '?status=APPROVED&page=2&max=50&photo=1423442',
    )
  })

  it.each([
    'status=pending&page=0&max=24&photo=-1',
    'status=&page=1.5&max=&photo=',
    'status=DISCARDED&page=1e3&max=0x19&photo=1423442x',
    'status[]=DENIED&page=NaN&max=Infinity&photo=null',
    'page=9999999&max=10000&photo=99999999999999999999',
    'max=1000000&sort=--score&score=Good&checks=&documents=.&unreadable=no&off=score.checks',
    'max=ALL&sort=&scored=-&submitted=_&unreadable=&off=',
    'view=Grid&sort=toString&score=constructor&off=unreadable',
    'scored=80-50&submitted=2026-08-12_2026-08-01',
    'scored=50&submitted=2026-08-01',
    'scored=0-101&submitted=2026-02-31_2026-03-02',
    'scored=1.5-50&submitted=2026-13-01_',
    'scored=50-x&submitted=0026-01-01_2026-01-01',
    'scored=05-&submitted=2026-8-1_2026-08-12',
  ])('falls back to the defaults for %s', (query) => {
    expect(read(query)).toEqual(defaultSearch)
  })

  it('keeps the other values when one is broken', () => {
    expect(read('status=DENIED&page=x&max=50')).toEqual({
      ...defaultSearch,
      status: 'DENIED',
      max: 50,
    })
  })

  it('reads every filter', () => {
    const query =
      'max=all&sort=-submitted&score=bad.fair&scored=50-&in=OTHER.FAILED&submitted=_2026-08-12&checks=ratio.edited&documents=required&unreadable=yes&skipped=yes&off=checks.score'
    expect(read(query)).toEqual({
      ...defaultSearch,
      max: everyPhoto,
      sort: { column: 'submitted', isDescending: true },
      filters: {
        score: ['fair', 'bad'],
        scored: { from: 50, to: null },
        in: ['FAILED', 'OTHER'],
        submitted: { from: null, to: '2026-08-12' },
        checks: ['ratio', 'edited'],
        documents: ['required'],
        unreadable: true,
        skipped: true,
        off: ['score', 'checks'],
      },
    })
    expect(read(formatSearch(read(query)))).toEqual(read(query))
  })

  it('looks for other statuses among all photos only: in the list of one they are let go', () => {
    const search = {
      ...defaultSearch,
      status: 'ALL' as const,
      filters: { ...noFilters, in: ['FAILED'] as const },
    }
    expect(nextSearch(search, { status: 'DENIED' }).filters).toEqual(noFilters)
    expect(nextSearch(search, { page: 2 }).filters.in).toEqual(['FAILED'])
  })

  it('drops the broken words of a list and keeps the others', () => {
    expect(read('score=good.great.good&checks=blurred&off=score.checks.all').filters).toEqual({
      ...noFilters,
      score: ['good'],
      off: ['score'],
    })
  })

  it('knows the 29th of February', () => {
    expect(read('submitted=2028-02-29_').filters.submitted.from).toBe('2028-02-29')
    expect(read('submitted=2027-02-29_').filters).toBe(noFilters)
  })

  it.each(['submitted=%E0%A4', 'checks=ratio&checks=edited', 'off=score', 'scored=100-100'])(
    'can be read back from %s',
    (query) => expect(read(formatSearch(read(query)))).toEqual(read(query)),
  )

  it('can be anything at all without breaking the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const search = read(query)
        expect(search.page).toBeGreaterThanOrEqual(1)
        expect(perPageChoices).toContain(search.max)
      }),
    )
    const names = ['view', 'status', 'page', 'max', 'photo', 'sort', ...filterNames, 'off']
    const words = [...scoreOptions, ...checkNames, ...documentOptions, ...sortColumns, ...filterNames]
    const piece = fc.oneof(
      fc.constantFrom(...words, '.', '-', '_', '2026-08-01', '50', 'all', 'yes', 'grid'),
      fc.string({ unit: 'binary' }),
    )
    const value = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), value)), (pairs) => {
        const search = parseSearch(new URLSearchParams(pairs))
        expect(read(formatSearch(search))).toEqual(search)
      }),
    )
  })
})

describe('changing what is shown', () => {
  const filters: Filters = { ...noFilters, score: ['bad'], checks: ['edited'], off: ['checks'] }
  const sort = { column: 'score', isDescending: false } as const
  const search: PhotoSearch = { ...defaultSearch, page: 7, max: 50, photo: 5, sort, filters }

  it('changing the status goes back to page one, closes the pane, and keeps filters and order', () => {
    expect(nextSearch(search, { status: 'DENIED' })).toEqual({
      view: 'table',
      status: 'DENIED',
      page: 1,
      max: 50,
      photo: null,
      sort,
      filters,
    })
  })
  it('changing a filter goes back to page one and keeps the photo in the pane', () => {
    const fewer = { filters: { ...filters, score: [] } }
    expect(nextSearch(search, fewer)).toMatchObject({ ...fewer, page: 1, photo: 5, sort })
    expect(nextSearch(search, { filters: { ...filters, off: [] } })).toMatchObject({ page: 1, photo: 5 })
    expect(nextSearch(search, { ...fewer, page: 2 })).toMatchObject({ page: 2, photo: 5 })
    expect(nextSearch(search, { filters: structuredClone(filters) })).toMatchObject({ page: 7, photo: 5 })
  })
  it('changing the order goes back to page one and keeps the photo in the pane', () => {
    expect(nextSearch(search, { sort: null })).toMatchObject({ sort: null, page: 1, photo: 5, filters })
    expect(nextSearch(search, { sort: { ...sort, isDescending: true } })).toMatchObject({ page: 1, photo: 5 })
    expect(nextSearch(search, { sort: { ...sort } })).toMatchObject({ page: 7 })
  })
  it('the other view shows the same page, and keeps the photo in the pane', () => {
    expect(nextSearch(search, { view: 'grid' })).toEqual({ ...search, view: 'grid' })
  })
  it('every photo is on one page', () => {
    expect(nextSearch(search, { max: everyPhoto })).toMatchObject({ page: 1, photo: 5 })
  })
  it('changing the photos per page keeps the first row on the screen', () => {
    expect(nextSearch(search, { max: 25 })).toMatchObject({ page: 13, photo: 5 })
    expect(nextSearch(search, { max: 1000 })).toMatchObject({ page: 1 })
  })
  it('turning the page closes the pane, unless the pane goes along', () => {
    expect(nextSearch(search, { page: 8 })).toMatchObject({ page: 8, photo: null })
    expect(nextSearch(search, { page: 8, photo: 9 })).toMatchObject({ page: 8, photo: 9 })
  })
})

describe('which filters are on', () => {
  const filters: Filters = { ...noFilters, score: ['bad'], unreadable: true, off: ['score'] }

  it('one that is switched off keeps its value and does not filter', () => {
    expect(activeFilters(filters)).toEqual({ ...noFilters, unreadable: true })
    expect(hasFilters(filters)).toBe(true)
    expect(isFiltered(filters)).toBe(true)
    const allOff: Filters = { ...filters, off: ['score', 'unreadable'] }
    expect([hasFilters(allOff), isFiltered(allOff)]).toEqual([true, false])
    expect(activeFilters(noFilters)).toBe(noFilters)
  })

  it('the whole status is needed to filter, to sort and for every photo at once', () => {
    expect(needsWholeStatus(defaultSearch)).toBe(false)
    expect(needsWholeStatus({ ...defaultSearch, max: 1000 })).toBe(false)
    expect(
      needsWholeStatus({ ...defaultSearch, filters: { ...filters, off: ['score', 'unreadable'] } }),
    ).toBe(false)
    expect(needsWholeStatus({ ...defaultSearch, filters })).toBe(true)
    expect(needsWholeStatus({ ...defaultSearch, max: everyPhoto })).toBe(true)
    expect(needsWholeStatus({ ...defaultSearch, sort: { column: 'score', isDescending: false } })).toBe(true)
  })
})
