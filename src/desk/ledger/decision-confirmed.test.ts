import { describe, expect, it } from 'vitest'
import { isApiError } from '../../cloudcard/api-error'
import type { Decision } from '../verdicts/verdicts'
import { createTestLedger, makePhoto, type Reply } from '../../../test/ledger-kit'

const approve: Decision = { verdict: 'approve', status: 'APPROVED' }

async function answeredWith(reply: Reply, options: { isVersioned?: boolean } = {}) {
  const test = createTestLedger([1], options)
  const version = options.isVersioned === false ? null : 1
  test.ledger.decide(makePhoto(1, { version }), approve, '/photos')
  // What has no version is read, and read again right before it is sent.
  if (version === null) await test.office.answer()
  await test.time.pass(6_000)
  if (version === null) await test.office.answer()
  await test.office.answer(reply)
  return { ...test, outcomes: () => test.ended.map(({ outcome }) => outcome) }
}
const isUnconfirmed = (outcome: { kind: string; error?: unknown } | undefined) =>
  outcome?.kind === 'refused' && isApiError(outcome.error) && outcome.error.kind === 'unconfirmed'

describe('CloudCard says yes without saying that it was done', () => {
  it('the photo is looked at, and a decision that was made counts as sent', async () => {
    const { office, outcomes } = await answeredWith('done-without-a-word')
    expect(outcomes()).toEqual([])
    expect(office.requests).toMatchObject([{ photo: 1, decision: null }])
    await office.answer()
    expect(outcomes()).toMatchObject([{ kind: 'sent', version: 2 }])
    expect(office.applied).toHaveLength(1)
  })

  it.each(['nothing-without-a-word', 'still-as-it-was'] as const)(
    '%s: it is looked at three times, never sent again, and told as not confirmed',
    async (reply) => {
      const { ledger, time, office, outcomes, held } = await answeredWith(reply)
      for (const pause of [2_000, 4_000]) {
        await office.answer()
        expect(held()).toMatchObject([{ state: { kind: 'waiting' } }])
        await time.pass(pause)
        expect(office.requests).toMatchObject([{ photo: 1, decision: null }])
      }
      await office.answer()
      expect(outcomes().map(isUnconfirmed)).toEqual([true])
      await time.pass(600_000)
      expect(office.requests).toEqual([])
      expect(office.applied).toEqual([])
      // The photo is undecided: it can be decided again.
      expect(ledger.decide(makePhoto(1), approve, '/photos')).not.toBeNull()
    },
  )

  it('so it is with a photo that has no version', async () => {
    const { time, office, outcomes } = await answeredWith('still-as-it-was', { isVersioned: false })
    for (let look = 0; look < 3; look++) {
      await office.answer()
      await time.pass(10_000)
    }
    expect(outcomes().map(isUnconfirmed)).toEqual([true])
    expect(office.applied).toEqual([])
  })

  it('what is done a little later counts as sent', async () => {
    const { time, office, outcomes } = await answeredWith('nothing-without-a-word')
    await office.answer()
    expect(outcomes()).toEqual([])
    office.change(1, 'APPROVED')
    await time.pass(2_000)
    await office.answer()
    expect(outcomes()).toMatchObject([{ kind: 'sent' }])
  })

  it('somebody else has decided otherwise: that is a conflict', async () => {
    const { office, held } = await answeredWith('nothing-without-a-word')
    office.change(1, 'DENIED')
    await office.answer()
    expect(held()).toMatchObject([{ state: { kind: 'conflict', now: { status: 'DENIED' } } }])
  })

  it('where looking is refused, it is not confirmed', async () => {
    const { office, outcomes } = await answeredWith('done-without-a-word')
    await office.answer('refused')
    expect(outcomes().map(isUnconfirmed)).toEqual([true])
  })

  it('nothing of it is sent once more on leaving', async () => {
    const { ledger, office, held } = await answeredWith('nothing-without-a-word')
    await office.answer()
    expect(held()).toHaveLength(1)
    ledger.leave()
    expect(office.requests).toEqual([])
  })

  it('of many, each is looked at: those that were made are sent, the others not confirmed', async () => {
    const { ledger, time, office, together, failureOf } = createTestLedger([1, 2], { holdMs: 0 })
    ledger.decideTogether([makePhoto(1), makePhoto(2)], approve, '')
    await office.answer('done-without-a-word')
    await office.answer('still-as-it-was')
    for (let look = 0; look < 3; look++) {
      await office.answerAll()
      await time.pass(10_000)
    }
    expect(together()).toMatchObject({ sent: 1, failed: 1, state: { kind: 'done' } })
    expect(isUnconfirmed(failureOf(2) ?? undefined)).toBe(true)
    expect(office.applied).toHaveLength(1)
  })
})

describe('the session has ended, and yet the decision was made', () => {
  it('after the next sign-in that is seen, and it is neither sent again nor taken for somebody else’s', async () => {
    const { ledger, office, outcomes } = await answeredWith('done-but-signed-out')
    ledger.suspend()
    ledger.resume()
    await office.answerAll()
    expect(office.applied).toHaveLength(1)
    expect(outcomes()).toMatchObject([{ kind: 'sent' }])
  })

  it('so it is with many', async () => {
    const { ledger, office, together } = createTestLedger([1], { holdMs: 0 })
    ledger.decideTogether([makePhoto(1)], approve, '')
    await office.answer('done-but-signed-out')
    ledger.retry()
    await office.answerAll()
    expect(together()).toMatchObject({ sent: 1, failed: 0 })
    expect(office.applied).toHaveLength(1)
  })
})
