import { describe, expect, it } from 'vitest'
import { idOrderOf, newsBetween } from './news'

describe('news of a list', () => {
  it('counts the photos that have arrived, newest first', () => {
    expect(newsBetween([9, 8, 7], [11, 10, 9])).toEqual({ kind: 'arrived', count: 2, isMore: false })
  })
  it('counts them where the oldest come first', () => {
    expect(newsBetween([7, 8, 9], [8, 9, 12])).toEqual({ kind: 'arrived', count: 1, isMore: false })
  })
  it('says that there may be more where all that was read is new', () => {
    expect(newsBetween([3, 2, 1], [14, 13, 12])).toEqual({ kind: 'arrived', count: 3, isMore: true })
  })
  it('is none when photos have only left', () => {
    expect(newsBetween([9, 8, 7, 6], [9, 7, 6, 5])).toEqual({ kind: 'none' })
    expect(newsBetween([9], [])).toEqual({ kind: 'none' })
  })
  it('is the first photo of an empty list', () => {
    expect(newsBetween([], [4])).toEqual({ kind: 'arrived', count: 1, isMore: false })
  })
  it('does not count where the order is not known', () => {
    expect(newsBetween([5, 9, 2], [5, 9, 2])).toEqual({ kind: 'none' })
    expect(newsBetween([5, 9, 2], [7, 5, 9])).toEqual({ kind: 'changed' })
  })
  it('passes over rows that could not be read', () => {
    expect(newsBetween([9, null, 7], [10, 9, null])).toEqual({ kind: 'arrived', count: 1, isMore: false })
  })
})

it('the order of a list shows in its ids', () => {
  expect(idOrderOf([3, null, 2, 1])).toBe('descending')
  expect(idOrderOf([1, 2])).toBe('ascending')
  expect(idOrderOf([1, 3, 2])).toBe('unknown')
  expect(idOrderOf([1])).toBe('unknown')
})
