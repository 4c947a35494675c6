import { expect, it } from 'vitest'
import { gridShape } from './grid-shape'

const around = (width: number) => ({ width, height: null })
/** The photo itself, in a tile of a grid in which photos are judged. */
function judged(width: number, height: number, chosen: number | null = null) {
  const { columns, rowHeight } = gridShape({ width, height }, chosen)
  const photo = rowHeight - 72
  return { columns, width: (photo * 3) / 4, height: photo }
}

it('ten photos stand side by side on an office screen, and fewer beside an open photo, in the same size', () => {
  expect(gridShape(around(1366), null).columns).toBe(10)
  expect(gridShape(around(966), null).columns).toBe(7)
  expect(gridShape(around(1366), null).rowHeight).toBeCloseTo(gridShape(around(966), null).rowHeight, -1)
})

it('as many as were chosen stand side by side, 4 to 20', () => {
  expect(gridShape(around(1366), 4).columns).toBe(4)
  expect(gridShape(around(1366), 20).columns).toBe(20)
  expect(gridShape(around(3840), null).columns).toBe(20)
})

it('on a phone there are never so many that a face could not be seen', () => {
  expect(gridShape(around(390), null).columns).toBe(4)
  expect(gridShape(around(320), 20).columns).toBe(4)
  expect(gridShape(around(0), 20).columns).toBe(1)
})

it('larger text makes larger tiles', () => {
  expect(gridShape(around(1366), null, 32).columns).toBe(5)
  expect(gridShape(around(1366), 10, 32).rowHeight).toBeGreaterThan(gridShape(around(1366), 10).rowHeight)
})

it.each([
  ['an office screen', 1350, 560],
  ['the same at 200 %', 667, 240],
  ['the same at 400 %', 326, 125],
  ['a phone', 374, 600],
  ['a small phone', 304, 400],
])(
  'where photos are judged on %s, a face can be, and most of a photo is in sight',
  (_screen, width, height) => {
    for (const chosen of [null, 4, 20]) {
      const photo = judged(width, height, chosen)
      expect(photo.width).toBeGreaterThanOrEqual(72)
      expect(photo.height * 0.75).toBeLessThanOrEqual(height)
    }
  },
)

it('says how many can stand side by side at most', () => {
  expect(gridShape(around(1366), null).most).toBe(20)
  expect(gridShape({ width: 1366, height: 600 }, 20)).toMatchObject({ most: 15, columns: 15 })
})
