import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  defaultSearch,
  formatSearch,
  nextSearch,
  parseSearch,
  perPageChoices,
  type PhotoSearch,
} from './photo-search'
import { statusFilters } from './status'

const anySearch: fc.Arbitrary<PhotoSearch> = fc.record({
  status: fc.constantFrom(...statusFilters),
  page: fc.integer({ min: 1, max: 999_999 }),
  max: fc.constantFrom(...perPageChoices),
  photo: fc.option(fc.integer({ min: 1, max: 999_999_999_999_999 })),
})

describe('the address of the list', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(anySearch, (search) => {
        expect(parseSearch(new URLSearchParams(formatSearch(search)))).toEqual(search)
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
    'status=ON_HOLD&page=1e3&max=0x19&photo=1423442x',
    'status[]=DENIED&page=NaN&max=Infinity&photo=null',
    'page=9999999&max=10000&photo=99999999999999999999',
  ])('falls back to the defaults for %s', (query) => {
    expect(parseSearch(new URLSearchParams(query))).toEqual(defaultSearch)
  })

  it('keeps the other values when one is broken', () => {
    expect(parseSearch(new URLSearchParams('status=DENIED&page=x&max=50'))).toEqual({
      ...defaultSearch,
      status: 'DENIED',
      max: 50,
    })
  })

  it('can be anything at all without breaking the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (query) => {
        const search = parseSearch(new URLSearchParams(query))
        expect(search.page).toBeGreaterThanOrEqual(1)
        expect(perPageChoices).toContain(search.max)
      }),
    )
  })
})

describe('changing what is shown', () => {
  const search: PhotoSearch = { status: 'PENDING', page: 7, max: 50, photo: 5 }

  it('changing the status goes back to page one and closes the pane', () => {
    expect(nextSearch(search, { status: 'DENIED' })).toEqual({
      status: 'DENIED',
      page: 1,
      max: 50,
      photo: null,
    })
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
