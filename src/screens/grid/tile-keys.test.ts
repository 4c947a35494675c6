import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tileForKey } from './tile-keys'

// 0 1 2 3 / 4 5 6 7 / 8 9
const grid = { count: 10, columns: 4, rows: 2 }
const press = (key: string, from: number) => tileForKey({ key, isWhole: false }, from, grid)
const withCtrl = (key: string, from: number) => tileForKey({ key, isWhole: true }, from, grid)

describe('in the grid', () => {
  it('left and right read on over the ends of the rows, and stop at the ends of all', () => {
    expect(press('ArrowRight', 3)).toBe(4)
    expect(press('ArrowLeft', 4)).toBe(3)
    expect(press('ArrowLeft', 0)).toBe(0)
    expect(press('ArrowRight', 9)).toBe(9)
  })

  it('up and down stay in their column; down into a row that is too short leads to its last photo', () => {
    expect(press('ArrowDown', 1)).toBe(5)
    expect(press('ArrowUp', 5)).toBe(1)
    expect(press('ArrowUp', 2)).toBe(2)
    expect(press('ArrowDown', 7)).toBe(9)
    expect(press('ArrowDown', 9)).toBe(9)
  })

  it('Home and End lead to the ends of the row, with Ctrl to the ends of all', () => {
    expect(press('Home', 6)).toBe(4)
    expect(press('End', 5)).toBe(7)
    expect(press('End', 8)).toBe(9)
    expect(withCtrl('Home', 6)).toBe(0)
    expect(withCtrl('End', 5)).toBe(9)
  })

  it('Page Up and Page Down go as many rows as are in sight', () => {
    expect(press('PageDown', 1)).toBe(9)
    expect(press('PageDown', 3)).toBe(9)
    expect(press('PageUp', 9)).toBe(1)
    expect(press('PageUp', 6)).toBe(2)
  })

  it('other keys are not its own, and neither are arrows with Ctrl', () => {
    for (const key of ['Enter', ' ', 'a', 'toString']) expect(press(key, 5)).toBeNull()
    expect(withCtrl('ArrowDown', 1)).toBeNull()
  })

  it('no key leads out of the grid', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End']
    const anyGrid = fc.record({
      count: fc.integer({ min: 1, max: 500 }),
      columns: fc.integer({ min: 1, max: 20 }),
      rows: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(anyGrid, fc.nat(), fc.constantFrom(...keys), fc.boolean(), (grid, from, key, isWhole) => {
        const place = tileForKey({ key, isWhole }, from % grid.count, grid) ?? 0
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThan(grid.count)
      }),
    )
  })
})
