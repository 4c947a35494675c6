import { expect, it } from 'vitest'
import { readPhotoRows } from '../../cloudcard/photo'
import { firstPhoto, noRows, rowsOf } from '../../photos/photo-rows'
import { placedRows } from '../collection/collection-context'
import { rowForKey } from './row-keys'

const rowsWith = (ids: (number | null)[]) =>
  rowsOf(readPhotoRows(ids.map((id) => ({ id, status: 'PENDING' }))))
const ids = rowsWith([null, 11, null, 13, 14, null])

it('the arrows pass over rows that could not be read', () => {
  expect(rowForKey('ArrowDown', 1, ids)).toBe(3)
  expect(rowForKey('ArrowUp', 3, ids)).toBe(1)
  expect(rowForKey('Home', 4, ids)).toBe(1)
  expect(rowForKey('End', 1, ids)).toBe(4)
})

it('the arrows stay at the ends', () => {
  expect(rowForKey('ArrowDown', 4, ids)).toBe(4)
  expect(rowForKey('ArrowUp', 1, ids)).toBe(1)
  expect(rowForKey('Home', 0, noRows)).toBe(0)
})

it('other keys are left alone', () => {
  for (const key of ['Enter', 'a', 'toString', 'Tab']) expect(rowForKey(key, 1, ids)).toBeNull()
})

it('the first photo is the first row that could be read', () => {
  expect(firstPhoto(ids)).toBe(1)
  expect(firstPhoto(noRows)).toBe(0)
})

it('a photo that was sent twice keeps two rows', () => {
  const rows = rowsWith([7, null, 7, 8])
  expect(placedRows(rows, [0, 1, 2, 3]).map(({ key }) => key)).toEqual(['7', 'row 1', 'row 2', '8'])
})
