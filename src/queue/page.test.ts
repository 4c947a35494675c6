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
  const full = { offset: 25, max: 25, rows: 25, askedBehind: 25 }

  it('a short page ends the queue', () => {
    expect(totalFrom({ ...full, rows: 12, rowsBehind: null })).toBe(37)
  })
  it('nothing behind a full page ends the queue at a multiple of the page size', () => {
    expect(totalFrom({ ...full, rowsBehind: 0 })).toBe(50)
  })
  it('a short page behind a full one ends the queue too', () => {
    expect(totalFrom({ ...full, rowsBehind: 3 })).toBe(53)
  })
  it('a full page behind proves nothing, nor does one that was not read', () => {
    expect(totalFrom({ ...full, rowsBehind: 25 })).toBeNull()
    expect(totalFrom({ ...full, rowsBehind: null })).toBeNull()
  })
  it('a probe that finds its one photo proves nothing', () => {
    expect(totalFrom({ ...full, askedBehind: 1, rowsBehind: 1 })).toBeNull()
  })
  it('an empty first page is an empty queue; an empty later page is only past the end', () => {
    expect(totalFrom({ ...full, offset: 0, rows: 0, rowsBehind: null })).toBe(0)
    expect(totalFrom({ ...full, rows: 0, rowsBehind: null })).toBeNull()
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
