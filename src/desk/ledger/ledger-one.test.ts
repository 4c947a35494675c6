import { describe, expect, it } from 'vitest'
import type { Decision } from '../verdicts/verdicts'
import { createTestLedger, makePhoto, settle } from '../../../test/ledger-kit'

const approve: Decision = { verdict: 'approve', status: 'APPROVED' }
const deny: Decision = {
  verdict: 'deny',
  status: 'DENIED',
  denial: { reasons: ['Blurred'], otherReason: '', note: '' },
}
const at = '/photos'

function withOne({ decision = approve, ...options }: { holdMs?: number; decision?: Decision } = {}) {
  const test = createTestLedger([1, 2, 3], options)
  const made = test.ledger.decide(makePhoto(1), decision, at)
  if (!made) throw new Error('Nothing was decided')
  return { ...test, made, state: () => test.held()[0]?.state }
}

describe('a decision is held', () => {
  it('for six seconds, and then sent once with the version that was seen', async () => {
    const { time, office, ended, held } = withOne()
    await time.pass(5_999)
    expect(office.requests).toEqual([])
    await time.pass(1)
    expect(office.requests).toMatchObject([{ photo: 1, decision: approve }])
    await office.answer()
    expect(office.photos.get(1)).toEqual({ status: 'APPROVED', version: 2 })
    expect(held()).toEqual([])
    expect(ended).toMatchObject([{ decision: { photo: { id: 1 } }, outcome: { kind: 'sent' } }])
    await time.pass(600_000)
    expect(office.requests).toEqual([])
  })

  it('not at all where the office wants no hold', async () => {
    const { office } = withOne({ holdMs: 0 })
    await settle()
    expect(office.requests).toHaveLength(1)
  })

  it('and can be taken back until then, the newest first', async () => {
    const { ledger, time, office, ended } = withOne()
    ledger.decide(makePhoto(2), deny, '/photos?page=2')
    expect(ledger.undo()).toMatchObject({ photo: { id: 2 }, address: '/photos?page=2' })
    expect(ledger.undo()).toMatchObject({ photo: { id: 1 } })
    expect(ledger.undo()).toBeNull()
    await time.pass(60_000)
    expect(office.requests).toEqual([])
    expect(ended.map(({ outcome }) => outcome.kind)).toEqual(['undone', 'undone'])
  })

  it('and no longer taken back once it is being sent', async () => {
    const { ledger, time, office, made } = withOne()
    await time.pass(6_000)
    expect(ledger.undo(made.key)).toBeNull()
    await office.answer()
    expect(office.photos.get(1)?.status).toBe('APPROVED')
  })

  it('while somebody looks at what is held, the time stands still', async () => {
    const { ledger, time, office } = withOne()
    await time.pass(4_000)
    ledger.pause()
    await time.pass(60_000)
    ledger.decide(makePhoto(2), approve, at)
    await time.pass(30_000)
    expect(office.requests).toEqual([])
    ledger.goOn()
    await time.pass(1_999)
    expect(office.requests).toEqual([])
    await time.pass(1)
    expect(office.requests.map(({ photo }) => photo)).toEqual([1])
    await time.pass(4_000)
    expect(office.requests.map(({ photo }) => photo)).toEqual([1, 2])
  })

  it('after a computer has slept through it by more than a minute, it asks', async () => {
    const { ledger, time, office, state, made } = withOne()
    await time.sleep(66_001)
    expect(state()?.kind).toBe('asking')
    expect(office.requests).toEqual([])
    ledger.sendNow(made.key)
    await office.answer()
    expect(office.photos.get(1)?.status).toBe('APPROVED')
  })

  it('a minute late is sent', async () => {
    const { time, office } = withOne()
    await time.sleep(66_000)
    expect(office.requests).toHaveLength(1)
  })

  it('a photo has one decision at a time: another one has to wait until this one is over, or taken back', async () => {
    const { ledger, time, office } = withOne()
    expect(ledger.decide(makePhoto(1), deny, at)).toBeNull()
    ledger.undo()
    expect(ledger.decide(makePhoto(1), deny, at)).not.toBeNull()
    await time.pass(6_000)
    expect(ledger.decide(makePhoto(1), approve, at)).toBeNull()
    await office.answer()
    expect(ledger.decide(makePhoto(1, { status: 'DENIED', version: 2 }), approve, at)).not.toBeNull()
  })
})

describe('a photo whose version is not known', () => {
  it('is read while its decision is held', async () => {
    const { ledger, time, office, held } = createTestLedger([1])
    ledger.decide(makePhoto(1, { version: null }), approve, at)
    expect(office.requests).toMatchObject([{ photo: 1, decision: null }])
    await office.answer()
    expect(held()).toMatchObject([{ version: 1 }])
    await time.pass(6_000)
    expect(office.requests).toMatchObject([{ decision: approve }])
  })

  it('is read before it is sent where that did not work', async () => {
    const { ledger, time, office } = createTestLedger([1])
    ledger.decide(makePhoto(1, { version: null }), approve, at)
    await office.answer('lost')
    await time.pass(6_000)
    expect(office.requests).toMatchObject([{ decision: null }])
    await office.answer()
    expect(office.requests).toMatchObject([{ decision: approve }])
  })

  it('is not overwritten where somebody else has decided on it meanwhile', async () => {
    const { ledger, time, office, held } = createTestLedger([1])
    office.change(1, 'DENIED')
    ledger.decide(makePhoto(1, { version: null }), approve, at)
    await office.answer()
    await time.pass(6_000)
    await office.answer()
    expect(held()).toMatchObject([{ state: { kind: 'conflict', now: { status: 'DENIED' } } }])
    expect(office.applied).toEqual([])
  })
})

describe('a photo that has no version at all', () => {
  it('is read again right before it is sent, so that whoever decided while it was held is not overwritten', async () => {
    const { ledger, time, office, held } = createTestLedger([1], { isVersioned: false })
    ledger.decide(makePhoto(1, { version: null }), approve, at)
    await office.answer()
    office.change(1, 'DENIED')
    await time.pass(6_000)
    await office.answer()
    expect(held()).toMatchObject([{ state: { kind: 'conflict', now: { status: 'DENIED' } } }])
    expect(office.applied).toEqual([])
  })

  it('is sent after that where nobody has', async () => {
    const { ledger, time, office, ended } = createTestLedger([1], { isVersioned: false })
    ledger.decide(makePhoto(1, { version: null }), approve, at)
    await office.answer()
    await time.pass(6_000)
    await office.answerAll()
    expect(office.applied).toMatchObject([{ photo: 1, decision: approve }])
    expect(ended).toMatchObject([{ outcome: { kind: 'sent' } }])
  })
})

describe('somebody else has changed the photo', () => {
  async function inConflict() {
    const test = withOne()
    test.office.change(1, 'DENIED')
    await test.time.pass(6_000)
    await test.office.answer()
    await test.office.answer()
    return test
  }

  it('nothing is overwritten, and what it is now is told', async () => {
    const { office, state } = await inConflict()
    expect(state()).toEqual({ kind: 'conflict', now: { status: 'DENIED', version: 2, changedAt: 5 } })
    expect(office.photos.get(1)).toEqual({ status: 'DENIED', version: 2 })
  })

  it('one can apply one’s own decision anyway', async () => {
    const { ledger, office, made, ended } = await inConflict()
    ledger.applyAnyway(made.key)
    await office.answer()
    expect(office.photos.get(1)).toEqual({ status: 'APPROVED', version: 3 })
    expect(ended).toMatchObject([{ outcome: { kind: 'sent' } }])
  })

  it('or leave it', async () => {
    const { ledger, office, made, ended, held, time } = await inConflict()
    ledger.dismiss(made.key)
    await time.pass(600_000)
    expect(held()).toEqual([])
    expect(office.photos.get(1)?.status).toBe('DENIED')
    expect(ended).toMatchObject([{ outcome: { kind: 'left', now: { status: 'DENIED' } } }])
  })

  it('and again, while one’s own is on its way: that is a conflict too', async () => {
    const { ledger, office, made, state } = await inConflict()
    office.change(1, 'DOWNLOADED')
    ledger.applyAnyway(made.key)
    await office.answer()
    await office.answer()
    expect(state()).toMatchObject({ kind: 'conflict', now: { status: 'DOWNLOADED' } })
  })
})

describe('CloudCard does not take it', () => {
  it('that is said once, and the photo is undecided again', async () => {
    const { ledger, time, office, state, ended } = withOne()
    await time.pass(6_000)
    await office.answer('refused')
    expect(state()?.kind).toBe('refused')
    expect(ended).toMatchObject([{ outcome: { kind: 'refused' } }])
    await time.pass(600_000)
    expect(office.requests).toEqual([])
    expect(ledger.decide(makePhoto(1), deny, at)).not.toBeNull()
  })

  it('what was refused goes when it was taken note of', async () => {
    const { ledger, time, office, made, held, ended } = withOne()
    await time.pass(6_000)
    await office.answer('refused')
    ledger.dismiss(made.key)
    expect(held()).toEqual([])
    expect(ended).toHaveLength(1)
  })
})

describe('the network is gone', () => {
  it('it is tried again with more and more patience, and never lost', async () => {
    const { time, office, state } = withOne()
    await time.pass(6_000)
    await office.answer('slow-down')
    for (const pause of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
      expect(state()?.kind).toBe('waiting')
      await time.pass(pause - 1)
      expect(office.requests).toEqual([])
      await time.pass(1)
      await office.answer('slow-down')
    }
    await time.pass(60_000)
    await office.answer()
    expect(office.applied).toHaveLength(1)
  })

  it('at once when it is back', async () => {
    const { ledger, time, office } = withOne()
    await time.pass(6_000)
    await office.answer('lost')
    ledger.retry()
    await office.answerAll()
    expect(office.applied).toHaveLength(1)
  })

  it('what had arrived though its answer was lost is not sent twice', async () => {
    const { ledger, time, office, ended } = withOne()
    await time.pass(6_000)
    await office.answer('done-but-lost')
    ledger.retry()
    await office.answerAll()
    expect(office.applied).toHaveLength(1)
    expect(ended).toMatchObject([{ outcome: { kind: 'sent', version: 2 } }])
  })

  it('it can be taken back, and then it is found out whether that was in time', async () => {
    const early = withOne()
    await early.time.pass(6_000)
    await early.office.answer('lost')
    early.ledger.undo()
    await early.office.answerAll()
    expect(early.ended).toMatchObject([{ outcome: { kind: 'undone' } }])
    expect(early.office.applied).toEqual([])

    const late = withOne()
    await late.time.pass(6_000)
    await late.office.answer('done-but-lost')
    late.ledger.undo()
    await late.office.answerAll()
    expect(late.ended).toMatchObject([{ outcome: { kind: 'too-late' } }])
  })
})

describe('leaving', () => {
  it('the page sends what is held, at most twenty', async () => {
    const ids = Array.from({ length: 25 }, (_, place) => place + 1)
    const { ledger, office } = createTestLedger(ids)
    for (const id of ids) ledger.decide(makePhoto(id), approve, at)
    ledger.leave()
    expect(office.requests.map(({ photo }) => photo)).toEqual(ids.slice(0, 20))
  })

  it('nothing is sent of which the version is not known', async () => {
    const { ledger, office } = createTestLedger([1])
    ledger.decide(makePhoto(1, { version: null }), approve, at)
    ledger.leave()
    expect(office.requests).toMatchObject([{ decision: null }])
  })

  it('signing out sends what is held and waits for the answers', async () => {
    const { ledger, office } = withOne()
    let isOver = false
    void ledger.flush().then(() => (isOver = true))
    await settle()
    expect(isOver).toBe(false)
    await office.answer()
    await settle()
    expect(isOver).toBe(true)
    expect(office.applied).toHaveLength(1)
  })

  it('nobody is signed in: what is held waits as it is, and goes on for the same person', async () => {
    const { ledger, time, office } = withOne()
    await time.pass(2_000)
    ledger.suspend()
    await time.sleep(3_600_000)
    expect(office.requests).toEqual([])
    expect(ledger.decide(makePhoto(2), approve, at)).toBeNull()
    ledger.resume()
    await time.pass(3_999)
    expect(office.requests).toEqual([])
    await time.pass(1)
    expect(office.requests).toHaveLength(1)
  })

  it('another person: nothing is sent, and nothing remembered', async () => {
    const { ledger, time, office, held, ended } = withOne()
    ledger.suspend()
    ledger.clear()
    await time.pass(600_000)
    expect({ requests: office.requests, held: held(), ended }).toEqual({ requests: [], held: [], ended: [] })
  })
})
