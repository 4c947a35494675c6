import { expect, test } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { keepRows } from './keep-rows'
import { readPhotoRows } from './photo'

const readPhotoPage = (answer: unknown) => {
  const rows = readPhotoRows(answer)
  return { rows, offset: 0, places: rows.length, isEnd: false, isEndHinted: false, mayMiss: false, readAt: 1 }
}

const sent = (ids: readonly number[], changes: object = {}) =>
  ids.map((id) => ({ ...vendorAnswer[0], id, ...changes }))
const ids = Array.from({ length: 1000 }, (_, place) => 5000 - place)

test('a page read again without news is the same page', () => {
  const old = readPhotoPage(sent(ids))
  expect(keepRows(old, readPhotoPage(sent(ids)))).toBe(old)
  expect(keepRows(undefined, old)).toBe(old)
})

test('when one photo has left the page, all the other rows stay the same objects', () => {
  const old = readPhotoPage(sent(ids))
  const left = ids.filter((id) => id !== 4999)
  const { rows } = keepRows(old, readPhotoPage(sent([...left, 1])))
  expect(rows).toHaveLength(1000)
  expect(rows.filter((row) => !old.rows.includes(row))).toEqual(readPhotoPage(sent([1])).rows)
})

test('a photo that has changed is a new row, at whatever depth, and only that one', () => {
  const old = readPhotoPage(sent([3, 2, 1]))
  const changed = [...sent([3]), ...sent([2], { person: { identifier: '008' } }), ...sent([1])]
  const next = readPhotoPage(changed)
  const page = keepRows(old, next)
  expect(page).toEqual(next)
  expect(page.rows.map((row, place) => row === old.rows[place])).toEqual([true, false, true])
})

test('a document that came or went makes another row', () => {
  const withDocuments = (additionalPhotos: unknown[]) =>
    readPhotoPage(sent([1], { person: { additionalPhotos } }))
  const [none, one] = [withDocuments([]), withDocuments([{ id: 5 }])]
  expect(keepRows(none, one)).toEqual(one)
  expect(keepRows(one, none)).toEqual(none)
})

test('rows in another order are the same rows and another page', () => {
  const old = readPhotoPage(sent([2, 1]))
  const page = keepRows(old, readPhotoPage(sent([1, 2])))
  expect(page.rows).toEqual([old.rows[1], old.rows[0]])
  expect(page.rows[0]).toBe(old.rows[1])
  expect(page).not.toBe(old)
})

test('a page that lost its last rows is another page', () => {
  const old = readPhotoPage(sent([3, 2, 1]))
  expect(keepRows(old, readPhotoPage(sent([3, 2]))).rows).toHaveLength(2)
  expect(keepRows(old, readPhotoPage([])).rows).toEqual([])
})

test('a row that could not be read does not turn into a photo, nor the other way round', () => {
  const old = readPhotoPage([{}, ...sent([1])])
  expect(keepRows(old, readPhotoPage([{}, ...sent([1])]))).toBe(old)
  const next = readPhotoPage([...sent([1]), {}])
  expect(keepRows(old, next)).toEqual(next)
})
