import { expect, it } from 'vitest'
import { withNumber, type Column } from './column'

const columnOf = (numbers: readonly number[]) =>
  numbers.reduce<Column | undefined>((column, number, slot) => withNumber(column, slot, number), undefined)

it.each([
  ['small whole numbers', Array.from({ length: 5_000 }, (_, index) => (index * 7) % 65_536), Uint16Array],
  ['fractions', Array.from({ length: 5_000 }, (_, index) => index / 3), Float64Array],
  ['dates', [0, 7, 1_790_000_000_000, 65_536, -1], Float64Array],
  ['what is not known', [1, 2, Number.NaN, 3], Float64Array],
])('a column keeps %s as they are, and grows', (_what, numbers, kind) => {
  const column = columnOf(numbers)
  expect(column).toBeInstanceOf(kind)
  expect([...(column ?? [])].slice(0, numbers.length)).toEqual(numbers)
})
