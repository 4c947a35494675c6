import { expect, it } from 'vitest'
import type { Photo } from '../cloudcard/photo'
import { createTestClock, makePhoto } from '../../test/ledger-kit'
import { createDwell } from './dwell'

function watch() {
  const { clock, pass } = createTestClock()
  const lookedAt: number[] = []
  const dwell = createDwell<Photo>(clock, 300, (photos) => lookedAt.push(...photos.map(({ id }) => id)))
  return { ...dwell, pass, lookedAt }
}

const [one, two, three] = [makePhoto(1), makePhoto(2), makePhoto(3)]

it('a photo has been looked at once it was on the screen long enough, and is told of once', async () => {
  const { update, pass, lookedAt } = watch()
  update([one])
  await pass(200)
  update([one, two])
  expect(lookedAt).toEqual([])
  await pass(100)
  expect(lookedAt).toEqual([1])
  await pass(200)
  expect(lookedAt).toEqual([1, 2])
  update([one, two])
  await pass(1_000)
  expect(lookedAt).toEqual([1, 2])
})

it('what was scrolled past has not been looked at, however often', async () => {
  const { update, pass, lookedAt } = watch()
  for (let time = 0; time < 5; time++) {
    update([one])
    await pass(200)
    update([two])
    await pass(200)
  }
  expect(lookedAt).toEqual([])
  update([two, three])
  await pass(300)
  expect(lookedAt).toEqual([2, 3])
})

it('of what is gone nothing is told any more, and what comes back begins anew', async () => {
  const { update, forget, pass, lookedAt } = watch()
  update([one])
  forget(one)
  await pass(1_000)
  expect(lookedAt).toEqual([])
  update([one])
  await pass(300)
  expect(lookedAt).toEqual([1])
})
