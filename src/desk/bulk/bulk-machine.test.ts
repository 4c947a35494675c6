import { describe, expect, it } from 'vitest'
import { makePhoto, settle } from '../decision-test-kit'
import { createTestBulk } from './bulk-test-kit'

const approve = { status: 'APPROVED' } as const
const idsTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const photosOf = (ids: readonly number[]) => ids.map((id) => makePhoto(id))
const asked = (office: ReturnType<typeof createTestBulk>['office']) =>
  office.requests.map(({ photo }) => photo)

describe('while it is held', () => {
  it('nothing is sent, and it can be undone as a whole', async () => {
    const { machine, time, office, bulk } = createTestBulk(idsTo(5))
    machine.start(photosOf(idsTo(5)), approve, '/photos')
    expect(bulk()).toMatchObject({ total: 5, state: { kind: 'held' } })
    await time.pass(5_999)
    expect(office.requests).toEqual([])
    expect(machine.undo()).toMatchObject({ total: 5, address: '/photos' })
    await time.pass(60_000)
    expect(bulk()).toBeNull()
    expect(office.requests).toEqual([])
    expect(machine.of(1)).toBeNull()
  })

  it('the time stands still as long as somebody looks at it', async () => {
    const { machine, time, office } = createTestBulk(idsTo(2))
    machine.start(photosOf(idsTo(2)), approve, '')
    machine.pause()
    await time.pass(30_000)
    expect(office.requests).toEqual([])
    machine.goOn()
    await time.pass(5_999)
    expect(office.requests).toEqual([])
    await time.pass(1)
    expect(asked(office)).toEqual([1, 2])
  })

  it('after a sleep of the computer it asks first', async () => {
    const { machine, time, office, bulk } = createTestBulk(idsTo(2))
    machine.start(photosOf(idsTo(2)), approve, '')
    await time.sleep(600_000)
    expect(bulk()?.state.kind).toBe('asking')
    expect(office.requests).toEqual([])
    machine.sendNow()
    await office.answerAll()
    expect(bulk()).toMatchObject({ sent: 2, state: { kind: 'done' } })
  })

  it('another one has to wait', () => {
    const { machine } = createTestBulk(idsTo(3))
    machine.start(photosOf([1, 2]), approve, '')
    expect(machine.start(photosOf([3]), approve, '')).toBeNull()
  })
})

it('a photo is decided once: what has the status, a decision of its own, or is named twice is passed over', () => {
  const { machine, bulk } = createTestBulk(idsTo(4), { taken: new Set([2]) })
  const photos = [...photosOf([1, 2, 3, 3]), makePhoto(4, { status: 'APPROVED' })]
  machine.start(photos, approve, '')
  expect(bulk()?.total).toBe(2)
  expect([1, 2, 3, 4].map((id) => machine.of(id) !== null)).toEqual([true, false, true, false])
})

it('three are under way at a time, each with the version that was seen, until all are sent', async () => {
  const { machine, office, ended, bulk } = createTestBulk(idsTo(8), { holdMs: 0 })
  machine.start(photosOf(idsTo(8)), approve, '')
  await settle()
  expect(asked(office)).toEqual([1, 2, 3])
  await office.answer('ok', 1)
  expect(asked(office)).toEqual([1, 3, 4])
  await office.answerAll()
  expect(office.applied.map(({ photo }) => photo).sort()).toEqual(idsTo(8))
  expect(bulk()).toMatchObject({ sent: 8, failed: 0, unsent: 0, state: { kind: 'done' } })
  expect(ended).toHaveLength(8)
  machine.dismiss()
  expect(bulk()).toBeNull()
})

it('conflicts and refusals are told photo by photo, and the others go on', async () => {
  const { machine, office, bulk } = createTestBulk(idsTo(5), { holdMs: 0 })
  office.change(2, 'DENIED')
  machine.start(photosOf(idsTo(5)), approve, '')
  await office.answer('refused')
  await office.answerAll()
  expect(bulk()).toMatchObject({ sent: 3, failed: 2, state: { kind: 'done' } })
  expect(machine.failureOf(1)).toMatchObject({ kind: 'refused' })
  expect(machine.failureOf(2)).toMatchObject({ kind: 'conflict', now: { status: 'DENIED' } })
  expect(machine.failureOf(3)).toBeNull()
  // Tried again alone, as they are now.
  machine.start([makePhoto(1), makePhoto(2, { status: 'DENIED', version: 2 })], approve, '')
  await office.answerAll()
  expect(bulk()).toMatchObject({ total: 2, sent: 2, failed: 0 })
  expect(machine.failureOf(2)).toBeNull()
})

it('Stop sends nothing more; what is under way is seen through', async () => {
  const { machine, office, bulk } = createTestBulk(idsTo(10), { holdMs: 0 })
  machine.start(photosOf(idsTo(10)), approve, '')
  await office.answer()
  machine.stop()
  expect(bulk()).toMatchObject({ sent: 1, unsent: 6, state: { kind: 'stopped' } })
  expect(machine.start(photosOf([9]), approve, '')).toBeNull()
  await office.answerAll()
  expect(bulk()).toMatchObject({ sent: 4, unsent: 6, failed: 0 })
  expect(office.applied).toHaveLength(4)
  expect(machine.start(photosOf([9]), approve, '')).not.toBeNull()
})

it('a pause that CloudCard asks for, or no network, holds all of them up, and then it goes on', async () => {
  const { machine, time, office, bulk } = createTestBulk(idsTo(6), { holdMs: 0 })
  machine.start(photosOf(idsTo(6)), approve, '')
  await office.answer('slow-down')
  await office.answerAll()
  expect(office.requests).toEqual([])
  expect(bulk()).toMatchObject({ sent: 2 })
  await time.pass(2_000)
  expect(office.requests).toHaveLength(3)
  await office.answerAll()
  expect(bulk()).toMatchObject({ sent: 6, state: { kind: 'done' } })
})

it('where nothing arrives any more it stops by itself, and tells what may have arrived from what was not sent', async () => {
  const { machine, time, office, bulk } = createTestBulk(idsTo(40), { holdMs: 0 })
  machine.start(photosOf(idsTo(40)), approve, '')
  for (let turn = 0; turn < 60 && bulk()?.state.kind === 'sending'; turn++) {
    while (office.requests.length > 0) await office.answer('lost')
    await time.pass(60_000)
  }
  expect(bulk()).toMatchObject({ state: { kind: 'stopped' }, sent: 0 })
  const { failed = 0, unsent = 0 } = bulk() ?? {}
  expect(failed).toBeGreaterThan(0)
  expect(failed).toBeLessThanOrEqual(6)
  expect(failed + unsent).toBe(40)
  expect(machine.failureOf(1)).toMatchObject({ kind: 'unanswered' })
})

it('what may have arrived is looked at before it is sent again, also in another bulk', async () => {
  const { machine, office, bulk } = createTestBulk([1], { holdMs: 0 })
  machine.start(photosOf([1]), approve, '')
  await office.answer('done-but-lost')
  machine.stop()
  expect(bulk()).toMatchObject({ failed: 1, unsent: 0 })
  machine.start(photosOf([1]), approve, '')
  expect(office.requests.map(({ decision }) => decision)).toEqual([null])
  await office.answerAll()
  expect(office.applied).toHaveLength(1)
  expect(bulk()).toMatchObject({ sent: 1, failed: 0 })
})
