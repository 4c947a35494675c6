import { afterEach, describe, expect, test } from 'vitest'
import type { Row } from '../cloudcard/photo'
import { endLifetime } from '../base/lifetimes'
import { startWithout } from '../queue/page-start'
import { readPage } from '../queue/read-page'
import { decidedBetween, madeDecisions, type MadeDecision } from '../desk/ledger/decided'
import { pageStart, photoIdOf, rememberPage, type PhotoPage } from './page-starts'

afterEach(() => {
  endLifetime('read')
  madeDecisions.set([])
})

const max = 25

/** A list of which pages are read one after the other; `decide` takes photos out of it. */
function aList(size: number) {
  let ids = Array.from({ length: size }, (_, place) => size - place)
  let now = 1
  const asked: [offset: number, max: number][] = []
  return {
    asked,
    async read(page: number): Promise<PhotoPage> {
      const place = { status: 'PENDING', max, page } as const
      const start = startWithout(pageStart(place), decidedBetween('PENDING', 0))
      const found = await readPage(
        async (offset, max) => {
          asked.push([offset, max])
          return ids.slice(offset, offset + max).map(rowOf)
        },
        photoIdOf,
        start,
        max,
      )
      const read = { ...found, readAt: ++now }
      rememberPage(place, read)
      return read
    },
    decide(photoIds: readonly number[]) {
      ids = ids.filter((id) => !photoIds.includes(id))
      madeDecisions.set([...madeDecisions.get(), ...photoIds.map((id) => madeOn(id, ++now))])
    },
  }
}

const rowOf = (id: number) => ({ kind: 'photo', photo: { id } }) as Row
const idsOf = ({ rows }: PhotoPage) => rows.map((row) => photoIdOf(row) ?? 0)

const madeOn = (photoId: number, endedAt: number): MadeDecision => ({
  key: photoId,
  photoId,
  from: 'PENDING',
  cardholder: '',
  identifier: '',
  decision: { verdict: 'approve', status: 'APPROVED' },
  decidedAt: endedAt,
  outcome: { kind: 'sent', version: null },
  endedAt,
})

describe('pages of a list that is decided on', () => {
  test('follow each other when every photo of each page is decided', async () => {
    const list = aList(500)
    const seen: number[] = []
    for (let page = 1; page <= 20; page++) {
      const read = await list.read(page)
      expect(read.offset).toBe(0)
      seen.push(...idsOf(read))
      list.decide(idsOf(read))
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, place) => 500 - place))
    expect(list.asked.every(([offset, max]) => offset >= 0 && max >= 1)).toBe(true)
  })

  test('follow each other when some of each page are left, at their exact places and in one request each', async () => {
    const list = aList(500)
    const seen: number[] = []
    for (let page = 1; page <= 20; page++) {
      const read = await list.read(page)
      expect(read.offset).toBe((page - 1) * 5)
      seen.push(...idsOf(read))
      list.decide(idsOf(read).filter((_, place) => place % 5 > 0))
    }
    expect(seen).toEqual(Array.from({ length: 500 }, (_, place) => 500 - place))
    expect(list.asked).toHaveLength(20)
  })

  test('are the same ones when they are come back to', async () => {
    const list = aList(200)
    const first = idsOf(await list.read(1))
    list.decide(first.slice(0, 10))
    const second = idsOf(await list.read(2))
    list.decide(second.slice(0, 10))
    const again = idsOf(await list.read(2))
    expect(again.slice(0, 15)).toEqual(second.slice(10))
    expect(idsOf(await list.read(3))[0]).toBe((again.at(-1) ?? 0) - 1)
  })
})
