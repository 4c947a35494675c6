import { describe, expect, it } from 'vitest'
import { policies } from './decision-policy'
import { createTestLedger, makePhoto, settle } from '../../../test/ledger-kit'

const approve = { verdict: 'approve', status: 'APPROVED' } as const
const idsTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const photosOf = (ids: readonly number[]) => ids.map((id) => makePhoto(id))
const asked = (office: ReturnType<typeof createTestLedger>['office']) =>
  office.requests.map(({ photo }) => photo)

describe('while it is held', () => {
  it('nothing is sent, and it can be undone as a whole', async () => {
    const { ledger, time, office, together, of } = createTestLedger(idsTo(5))
    ledger.decideTogether(photosOf(idsTo(5)), approve, '/photos')
    expect(together()).toMatchObject({ total: 5, state: { kind: 'held' } })
    await time.pass(5_999)
    expect(office.requests).toEqual([])
    expect(ledger.undo()).toMatchObject({ total: 5, address: '/photos' })
    await time.pass(60_000)
    expect(together()).toBeNull()
    expect(office.requests).toEqual([])
    expect(of(1)).toBeNull()
  })

  it('the time stands still as long as somebody looks at it', async () => {
    const { ledger, time, office } = createTestLedger(idsTo(2))
    ledger.decideTogether(photosOf(idsTo(2)), approve, '')
    ledger.pause()
    await time.pass(30_000)
    expect(office.requests).toEqual([])
    ledger.goOn()
    await time.pass(5_999)
    expect(office.requests).toEqual([])
    await time.pass(1)
    expect(asked(office)).toEqual([1, 2])
  })

  it('after a sleep of the computer it asks first', async () => {
    const { ledger, time, office, together, key } = createTestLedger(idsTo(2))
    ledger.decideTogether(photosOf(idsTo(2)), approve, '')
    await time.sleep(600_000)
    expect(together()?.state.kind).toBe('asking')
    expect(office.requests).toEqual([])
    ledger.sendNow(key())
    await office.answerAll()
    expect(together()).toMatchObject({ sent: 2, state: { kind: 'done' } })
  })

  it('another one has to wait', () => {
    const { ledger } = createTestLedger(idsTo(3))
    ledger.decideTogether(photosOf([1, 2]), approve, '')
    expect(ledger.decideTogether(photosOf([3]), approve, '')).toBeNull()
  })
})

it('a photo is decided once: what has the status, a decision of its own, or is named twice is passed over', () => {
  const { ledger, together, of } = createTestLedger(idsTo(4))
  ledger.decide(makePhoto(2), approve, '')
  const photos = [...photosOf([1, 2, 3, 3]), makePhoto(4, { status: 'APPROVED' })]
  ledger.decideTogether(photos, approve, '')
  expect(together()?.total).toBe(2)
  expect([1, 2, 3, 4].map((id) => of(id)?.policy === policies.many)).toEqual([true, false, true, false])
})

it('three are under way at a time, each with the version that was seen, until all are sent', async () => {
  const { ledger, office, ended, together, key } = createTestLedger(idsTo(8), { holdMs: 0 })
  ledger.decideTogether(photosOf(idsTo(8)), approve, '')
  await settle()
  expect(asked(office)).toEqual([1, 2, 3])
  await office.answer('ok', 1)
  expect(asked(office)).toEqual([1, 3, 4])
  await office.answerAll()
  expect(office.applied.map(({ photo }) => photo).sort()).toEqual(idsTo(8))
  expect(together()).toMatchObject({ sent: 8, failed: 0, unsent: 0, state: { kind: 'done' } })
  expect(ended).toHaveLength(8)
  ledger.dismiss(key())
  expect(together()).toBeNull()
})

it('conflicts and refusals are told photo by photo, and the others go on', async () => {
  const { ledger, office, together, failureOf } = createTestLedger(idsTo(5), { holdMs: 0 })
  office.change(2, 'DENIED')
  ledger.decideTogether(photosOf(idsTo(5)), approve, '')
  await office.answer('refused')
  await office.answerAll()
  expect(together()).toMatchObject({ sent: 3, failed: 2, state: { kind: 'done' } })
  expect(failureOf(1)).toMatchObject({ kind: 'refused' })
  expect(failureOf(2)).toMatchObject({ kind: 'conflict', now: { status: 'DENIED' } })
  expect(failureOf(3)).toBeNull()
  // Tried again alone, as they are now.
  ledger.decideTogether([makePhoto(1), makePhoto(2, { status: 'DENIED', version: 2 })], approve, '')
  await office.answerAll()
  expect(together()).toMatchObject({ total: 2, sent: 2, failed: 0 })
  expect(failureOf(2)).toBeNull()
})

it('Stop sends nothing more; what is under way is seen through', async () => {
  const { ledger, office, together, key } = createTestLedger(idsTo(10), { holdMs: 0 })
  ledger.decideTogether(photosOf(idsTo(10)), approve, '')
  await office.answer()
  ledger.stop(key())
  expect(together()).toMatchObject({ sent: 1, unsent: 6, state: { kind: 'stopped' } })
  expect(ledger.decideTogether(photosOf([9]), approve, '')).toBeNull()
  await office.answerAll()
  expect(together()).toMatchObject({ sent: 4, unsent: 6, failed: 0 })
  expect(office.applied).toHaveLength(4)
  expect(ledger.decideTogether(photosOf([9]), approve, '')).not.toBeNull()
})

it('a pause that CloudCard asks for, or no network, holds all of them up, and then it goes on', async () => {
  const { ledger, time, office, together } = createTestLedger(idsTo(6), { holdMs: 0 })
  ledger.decideTogether(photosOf(idsTo(6)), approve, '')
  await office.answer('slow-down')
  await office.answerAll()
  expect(office.requests).toEqual([])
  expect(together()).toMatchObject({ sent: 2 })
  await time.pass(2_000)
  expect(office.requests).toHaveLength(3)
  await office.answerAll()
  expect(together()).toMatchObject({ sent: 6, state: { kind: 'done' } })
})

it('where nothing arrives any more it stops by itself, and tells what may have arrived from what was not sent', async () => {
  const { ledger, time, office, together, failureOf } = createTestLedger(idsTo(40), { holdMs: 0 })
  ledger.decideTogether(photosOf(idsTo(40)), approve, '')
  for (let turn = 0; turn < 60 && together()?.state.kind === 'sending'; turn++) {
    while (office.requests.length > 0) await office.answer('lost')
    await time.pass(60_000)
  }
  expect(together()).toMatchObject({ state: { kind: 'stopped' }, sent: 0 })
  const { failed = 0, unsent = 0 } = together() ?? {}
  expect(failed).toBeGreaterThan(0)
  expect(failed).toBeLessThanOrEqual(6)
  expect(failed + unsent).toBe(40)
  expect(failureOf(1)).toMatchObject({ kind: 'unanswered' })
})

it('what may have arrived is looked at before it is sent again, also in another bulk', async () => {
  const { ledger, office, together, key } = createTestLedger([1], { holdMs: 0 })
  ledger.decideTogether(photosOf([1]), approve, '')
  await office.answer('done-but-lost')
  ledger.stop(key())
  expect(together()).toMatchObject({ failed: 1, unsent: 0 })
  ledger.decideTogether(photosOf([1]), approve, '')
  expect(office.requests.map(({ decision }) => decision)).toEqual([null])
  await office.answerAll()
  expect(office.applied).toHaveLength(1)
  expect(together()).toMatchObject({ sent: 1, failed: 0 })
})

it('so it is where such a photo is decided alone then, and what went wrong with the others is no longer said of it', async () => {
  const { ledger, time, office, ended, key, failureOf } = createTestLedger([1])
  ledger.decideTogether(photosOf([1]), approve, '')
  await time.pass(6_000)
  await office.answer('done-but-lost')
  ledger.stop(key())
  expect(failureOf(1)).toMatchObject({ kind: 'unanswered' })
  ledger.decide(makePhoto(1), approve, '')
  expect(failureOf(1)).toBeNull()
  await time.pass(6_000)
  expect(office.requests.map(({ decision }) => decision)).toEqual([null])
  await office.answerAll()
  expect(ended.map(({ outcome }) => outcome.kind)).toEqual(['sent'])
  expect(office.applied).toHaveLength(1)
})

it('nobody is signed in while many are sent: the rest waits, however long, and goes on for the same person', async () => {
  const { ledger, time, office, together } = createTestLedger(idsTo(6), { holdMs: 0 })
  ledger.decideTogether(photosOf(idsTo(6)), approve, '')
  await office.answer('signed-out')
  ledger.suspend()
  await office.answerAll()
  await time.pass(3_600_000)
  expect(office.requests).toEqual([])
  expect(together()).toMatchObject({ sent: 2, failed: 0, unsent: 0, state: { kind: 'sending' } })
  ledger.resume()
  await office.answerAll()
  expect(together()).toMatchObject({ sent: 6, state: { kind: 'done' } })
})
