import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { offsetOf, pageCount, pageOf, rangeText, totalFrom } from './page'

const aPage = fc.record({ page: fc.integer({ min: 1, max: 50_000 }), max: fc.integer({ min: 1, max: 1000 }) })

describe('pages', () => {
  it('a page begins at an offset that belongs to it, and so does its last row', () => {
    fc.assert(
      fc.property(aPage, ({ page, max }) => {
        expect(pageOf(offsetOf(page, max), max)).toBe(page)
        expect(pageOf(offsetOf(page, max) + max - 1, max)).toBe(page)
      }),
    )
  })

  it('every total fills as many pages as are needed, and an empty queue fills one', () => {
    expect([0, 1, 25, 26, 412].map((total) => pageCount(total, 25))).toEqual([1, 1, 1, 2, 17])
  })
})

describe('what the pages read so far prove of the total', () => {
  const page = { offset: 25, places: 25, isEnd: false }

  it('a page that was seen to end the queue does, however many rows it has', () => {
    expect(totalFrom({ ...page, places: 12, isEnd: true }, undefined)).toBe(37)
    expect(totalFrom({ offset: 0, places: 0, isEnd: true }, undefined)).toBe(0)
  })
  it('the page behind it does as well, and so does an empty one', () => {
    expect(totalFrom(page, { places: 3, isEnd: true })).toBe(53)
    expect(totalFrom(page, { places: 0, isEnd: true })).toBe(50)
  })
  it('a page of which that is not known proves nothing, were it short', () => {
    expect(totalFrom({ ...page, places: 24 }, undefined)).toBeNull()
    expect(totalFrom(page, { places: 3, isEnd: false })).toBeNull()
  })
})

describe('the range in words', () => {
  it('says the total, more than what is shown, or only what is shown', () => {
    expect(rangeText({ offset: 25, rows: 25, total: 1412, isMore: true })).toBe('26–50 of 1,412')
    expect(rangeText({ offset: 25, rows: 25, total: null, isMore: true })).toBe('26–50 of more than 50')
    expect(rangeText({ offset: 25, rows: 25, total: null, isMore: false })).toBe('26–50')
    expect(rangeText({ offset: 0, rows: 0, total: 0, isMore: false })).toBe('0 of 0')
  })
})
