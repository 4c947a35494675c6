import { expect, it } from 'vitest'
import { gridShape } from './grid-shape'

it('ten photos stand side by side on an office screen, and fewer beside an open photo, in the same size', () => {
  expect(gridShape(1366, null).columns).toBe(10)
  expect(gridShape(966, null).columns).toBe(7)
  expect(gridShape(1366, null).rowHeight).toBeCloseTo(gridShape(966, null).rowHeight, -1)
})

it('as many as were chosen stand side by side, 4 to 20', () => {
  expect(gridShape(1366, 4).columns).toBe(4)
  expect(gridShape(1366, 20).columns).toBe(20)
  expect(gridShape(3840, null).columns).toBe(20)
})

it('on a phone there are never so many that a face could not be seen', () => {
  expect(gridShape(390, null).columns).toBe(4)
  expect(gridShape(320, 20).columns).toBe(4)
  expect(gridShape(0, 20).columns).toBe(1)
})

it('larger text makes larger tiles', () => {
  expect(gridShape(1366, null, 32).columns).toBe(5)
  expect(gridShape(1366, 10, 32).rowHeight).toBeGreaterThan(gridShape(1366, 10).rowHeight)
})
