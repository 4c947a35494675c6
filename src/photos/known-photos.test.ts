import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import vendorAnswer from '../../test/payloads/get-photo-list.json'
import { endLifetime } from '../base/lifetimes'
import { knownPhoto, knownPhotos, learnPhoto, learnRows, replacePhoto } from '../cloudcard/known-photos'
import { readPhotoRows, type Photo, type Row } from '../cloudcard/photo'
import { readPhotoDetail } from '../cloudcard/photo-detail'
import { keepDetail, photoQuery } from '../cloudcard/photos-query'
import { createQueryClient } from '../cloudcard/query-client'
import { select, selection } from '../desk/selection'
import { createRowIndex } from '../queue/row-index'
import { address, addressText, forgetAddress } from '../base/address'
import { pagesKey } from './page-query'
import { photoIdOf, type PhotoPage } from './page-starts'
import { openPhotoId } from './shown-search'

let client = createQueryClient()
beforeEach(() => (client = createQueryClient()))
afterEach(() => endLifetime('read'))

const sent = (id: number, version: number | null, more: object = {}) => ({
  ...vendorAnswer[0],
  id,
  version,
  status: 'PENDING',
  ...more,
})
const rowsOf = (...photos: unknown[]): Row[] => readPhotoRows(photos)
function photoOf(...given: Parameters<typeof sent>): Photo {
  const [row] = rowsOf(sent(...given))
  if (row?.kind !== 'photo') throw new Error('That is no photo')
  return row.photo
}
const pageKey = [...pagesKey, 'PENDING', 'first'] as const
const page = () => client.getQueryData<PhotoPage>(pageKey)
const listed = () => page()?.rows.map((row) => (row.kind === 'photo' ? row.photo : null))

function showPage(rows: readonly Row[]) {
  const facts = { offset: 0, places: rows.length, isEnd: true, isEndHinted: true, mayMiss: false, readAt: 1 }
  client.setQueryData<PhotoPage>(pageKey, { ...facts, rows: learnRows(client, rows) })
}

describe('a photo that is known in several places', () => {
  beforeEach(() => {
    showPage(rowsOf(sent(3, 1), sent(2, 1), sent(1, 1)))
    keepDetail(client, readPhotoDetail(sent(2, 1)))
    select([photoOf(2, 1)], true)
  })
  const everywhere = () => [
    listed()?.[1],
    client.getQueryData(photoQuery(2).queryKey)?.photo,
    selection.get(2),
    knownPhoto(client, 2),
  ]

  it('is the same everywhere once an answer says more of it', () => {
    const newer = photoOf(2, 2, { status: 'DENIED' })
    expect(learnPhoto(client, newer)).toBe(newer)
    for (const photo of everywhere()) expect(photo).toEqual(newer)
  })

  it('stays as it is where an older answer comes late', () => {
    const newer = photoOf(2, 2, { status: 'DENIED' })
    learnPhoto(client, newer)
    expect(learnPhoto(client, photoOf(2, 1))).toEqual(newer)
    showPage(rowsOf(sent(3, 1), sent(2, 1), sent(1, 1)))
    for (const photo of everywhere()) expect(photo).toEqual(newer)
  })

  it('is what was read last where it has no version to tell by', () => {
    const [first, second] = [photoOf(2, null, { status: 'DENIED' }), photoOf(2, null)]
    learnPhoto(client, first)
    learnPhoto(client, second)
    for (const photo of everywhere()) expect(photo).toEqual(second)
  })

  it('is the same object where an answer says the same, so that nothing of it is drawn again', () => {
    const before = listed()?.[1]
    expect(learnRows(client, rowsOf(sent(2, 1)))).toEqual([{ kind: 'photo', photo: before }])
    expect(listed()?.[1]).toBe(before)
  })

  it('is taken back, with its older version, where what was said of it has turned out not to be so', () => {
    learnPhoto(client, photoOf(2, 2, { status: 'DENIED' }))
    const truth = photoOf(2, 1)
    replacePhoto(client, 2, truth)
    for (const photo of everywhere()) expect(photo).toEqual(truth)
  })

  it('keeps its place in the list and among those that are chosen when it gets another id', () => {
    select([photoOf(1, 1)], true)
    const edited = photoOf(7, 1)
    replacePhoto(client, 2, edited)
    expect(listed()?.map((photo) => photo?.id)).toEqual([3, 7, 1])
    expect([...selection.keys()]).toEqual([7, 1])
    expect(knownPhoto(client, 7)).toEqual(edited)
  })

  it('is shown on under its new id where it is open', () => {
    for (const [before, after] of [
      ['/photos?status=DENIED&photo=2', '/photos?status=DENIED&photo=7'],
      ['/photos/2?status=DENIED', '/photos/7?status=DENIED'],
      ['/photos?photo=1', '/photos?photo=1'],
    ] as const) {
      window.history.replaceState(null, '', before)
      forgetAddress()
      replacePhoto(client, 2, photoOf(7, 1))
      expect(addressText(address.get())).toBe(after)
      expect(openPhotoId()).not.toBe(2)
      replacePhoto(client, 7, photoOf(2, 1))
    }
  })
})

it('an id that was sent twice is two rows, and one photo', () => {
  showPage(rowsOf(sent(2, 1), { id: 9 }, sent(2, 1)))
  const newer = photoOf(2, 2)
  learnPhoto(client, newer)
  expect(listed()).toEqual([newer, null, newer])
  expect([...knownPhotos(client)]).toEqual([newer])
})

it('whoever is shown nowhere any more is known no more', () => {
  showPage(rowsOf(sent(2, 1)))
  client.removeQueries({ queryKey: pageKey })
  expect(knownPhoto(client, 2)).toBeUndefined()
  expect([...knownPhotos(client)]).toEqual([])
})

it('a photo that gets another id keeps its place in what was read whole, and is found under the new one alone', () => {
  const index = createRowIndex<Row>({ idOf: photoIdOf, textOf: String, numbersOf: () => [] })
  index.add(rowsOf(sent(3, 1), sent(2, 1), sent(1, 1)), 'behind')
  index.replace({ kind: 'photo', photo: photoOf(7, 1) }, 2)
  expect(index.end(3).map(photoIdOf)).toEqual([3, 7, 1])
  expect(index.get(2)).toBeUndefined()
  // It was read under its new id too.
  index.replace({ kind: 'photo', photo: photoOf(1, 1) }, 7)
  expect(index.end(3).map(photoIdOf)).toEqual([3, 1])
})
