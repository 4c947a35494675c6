import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Decision } from '../verdicts/verdicts'
import { canApplyAnyway, canLeave } from './held-decision'
import { isUnconfirmed } from './decision-words'
import { createTestLedger, makePhoto, settle, type Reply } from '../../../test/ledger-kit'

/** What happens, one thing after another; `pick` says to whom, `ms` how long. */
type Event = { kind: (typeof kinds)[number]; pick: number; ms: number }
const kinds = [
  'approve',
  'approve',
  'approve',
  'deny',
  'deny',
  'undo',
  'undo-one',
  'pass',
  'pass',
  'pass',
  'sleep',
  'answer',
  'answer',
  'answer',
  'answer',
  'lose',
  'do-and-lose',
  'refuse',
  'slow-down',
  'done-without-a-word',
  'nothing-without-a-word',
  'still-as-it-was',
  'done-but-signed-out',
  'signed-out',
  'colleague',
  'pause',
  'go-on',
  'network-back',
  'suspend',
  'resume',
  'resume',
  'send-now',
  'apply-anyway',
  'dismiss',
] as const

const events = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    pick: fc.nat({ max: 50 }),
    ms: fc.oneof(fc.nat({ max: 9_000 }), fc.nat({ max: 100_000 })),
  }),
  { minLength: 8, maxLength: 28, size: 'max' },
)
const setting = fc.record({
  holdMs: fc.constantFrom(0, 3_000, 6_000, 15_000),
  isVersioned: fc.boolean(),
  /** Lists do not tell the version: it has to be read. */
  isVersionShown: fc.boolean(),
  isLeaving: fc.boolean(),
})

const ids = [1, 2, 3, 4]
const replies: Partial<Record<Event['kind'], Reply>> = {
  answer: 'ok',
  lose: 'lost',
  'do-and-lose': 'done-but-lost',
  refuse: 'refused',
  'slow-down': 'slow-down',
  'done-without-a-word': 'done-without-a-word',
  'nothing-without-a-word': 'nothing-without-a-word',
  'still-as-it-was': 'still-as-it-was',
  'done-but-signed-out': 'done-but-signed-out',
  'signed-out': 'signed-out',
}

type Setting = typeof setting extends fc.Arbitrary<infer S> ? S : never

async function play({ holdMs, isVersioned, isVersionShown, isLeaving }: Setting, happenings: Event[]) {
  const { ledger, time, office, ended, held } = createTestLedger(ids, { holdMs, isVersioned })
  const decided: { photo: number; decision: Decision }[] = []
  /** Who says "apply mine anyway" says it again: what had arrived before the conflict may come once more. */
  const saidAgain: Decision[] = []
  let isSuspended = false

  function applyAnyway(key: number) {
    const conflict = held().find((each) => each.key === key)
    if (conflict && canApplyAnyway(conflict) && !isSuspended) saidAgain.push(conflict.decision)
    ledger.applyAnyway(key)
  }

  const checkRequests = () => {
    const deciding = office.requests.filter(({ decision }) => decision !== null).map(({ photo }) => photo)
    expect(new Set(deciding).size, 'requests that decide on one photo at a time').toBe(deciding.length)
  }
  const pickOf = <T>(list: readonly T[], pick: number) => list[pick % Math.max(1, list.length)]

  async function happen({ kind, pick, ms }: Event) {
    const reply = replies[kind]
    const photo = 1 + (pick % ids.length)
    const stored = office.photos.get(photo)
    const key = pickOf(held(), pick)?.key ?? -1
    if (reply) await office.answer(reply, pick % Math.max(1, office.requests.length))
    if ((kind === 'approve' || kind === 'deny') && stored) {
      const words = `${decided.length}`
      // Without versions a photo that is put back to where it was cannot be told from one that was never changed.
      const isBack = stored.status === 'ON_HOLD' && isVersioned
      const decision: Decision =
        kind === 'approve'
          ? isBack
            ? { verdict: 'release', status: 'PENDING' }
            : { verdict: 'approve', status: 'APPROVED' }
          : pick % 3 === 0
            ? { verdict: 'hold', status: 'ON_HOLD', reason: words }
            : { verdict: 'deny', status: 'DENIED', denial: { reasons: [], otherReason: words, note: '' } }
      const seen = makePhoto(photo, { ...stored, version: isVersionShown ? stored.version : null })
      if (ledger.decide(seen, decision, '')) decided.push({ photo, decision })
    }
    if (kind === 'undo') ledger.undo()
    if (kind === 'undo-one') ledger.undo(key)
    if (kind === 'pass') await time.pass(ms)
    if (kind === 'sleep') await time.sleep(ms)
    // Who decides as we do cannot be told from us; nor, without versions, who puts a photo back to where it was.
    if (kind === 'colleague') {
      const isBack = pick % 2 === 1 && isVersioned && stored?.status !== 'ON_HOLD'
      const status = isBack ? 'PENDING' : 'DOWNLOADED'
      const wasSeenSo = held().some((each) => each.photo.id === photo && each.seenStatus === status)
      if (isVersioned || !wasSeenSo) office.change(photo, status)
    }
    if (kind === 'pause') ledger.pause()
    if (kind === 'go-on') ledger.goOn()
    if (kind === 'network-back') ledger.retry()
    if (kind === 'suspend') ledger.suspend()
    if (kind === 'resume') ledger.resume()
    if (kind === 'suspend' || kind === 'resume') isSuspended = kind === 'suspend'
    if (kind === 'send-now') ledger.sendNow(key)
    if (kind === 'apply-anyway') applyAnyway(key)
    if (kind === 'dismiss') ledger.dismiss(key)
    await settle()
    checkRequests()
  }
  for (const event of happenings) await happen(event)

  const heldAtLeaving = held()
  if (isLeaving) {
    ledger.leave()
    checkRequests()
    const sent = office.requests.filter(({ decision }) => decision !== null)
    const due = heldAtLeaving.filter(canLeave)
    if (!isSuspended) {
      expect(sent.map(({ decision }) => decision)).toEqual(
        expect.arrayContaining(due.map(({ decision }) => decision)),
      )
    }
    await office.answerAll()
  } else {
    // Everything comes to its end: the network is there, whoever is asked answers, and nobody sleeps.
    isSuspended = false
    ledger.resume()
    ledger.goOn()
    for (let round = 0; round < 12 && held().length > 0; round++) {
      await time.pass(61_000)
      await office.answerAll()
      for (const { key, state } of held()) {
        if (state.kind === 'asking') ledger.sendNow(key)
        else if (state.kind === 'conflict' && round < 6) applyAnyway(key)
        else ledger.dismiss(key)
      }
      await office.answerAll()
    }
    expect(held(), 'what never comes to an end').toEqual([])
  }

  // Each is over once, and what became of it is what CloudCard has.
  const count = { sent: 0, undone: 0, left: 0, unconfirmed: 0 }
  for (const { decision } of decided) {
    const outcomes = ended.filter((each) => each.decision.decision === decision)
    const kept = held().filter((each) => each.decision === decision)
    const times = office.applied.filter((each) => each.decision === decision).length
    const outcome = outcomes[0]?.outcome
    const kind = outcome?.kind
    expect(outcomes.length, 'how often it was over').toBeLessThanOrEqual(1)
    if (!isLeaving) expect(outcomes, 'lost').toHaveLength(1)
    else if (outcomes.length === 0) expect(kept, 'lost').toHaveLength(1)
    const most = 1 + saidAgain.filter((each) => each === decision).length
    if (kind === 'sent' || kind === 'too-late') expect(times, 'sent').toBeGreaterThanOrEqual(1)
    if (kind === 'undone' && most === 1) expect(times, 'sent though it was taken back').toBe(0)
    expect(times, 'sent twice').toBeLessThanOrEqual(most)
    if (kind === 'sent') count.sent++
    if (kind === 'undone') count.undone++
    if (kind === 'left') count.left++
    if (outcome?.kind === 'refused' && isUnconfirmed(outcome.error)) count.unconfirmed++
  }
  // In the order in which they were made: no older decision comes after a newer one.
  for (const id of ids) {
    const order = office.applied
      .filter(({ photo }) => photo === id)
      .map(({ decision }) => decided.findIndex((each) => each.decision === decision))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  }
  return count
}

it('each photo gets the decisions that were not taken back, once and in order, whatever happens meanwhile', async () => {
  const total = { sent: 0, undone: 0, left: 0, unconfirmed: 0 }
  await fc.assert(
    fc.asyncProperty(setting, events, async (settings, happenings) => {
      const count = await play(settings, happenings)
      total.sent += count.sent
      total.undone += count.undone
      total.left += count.left
      total.unconfirmed += count.unconfirmed
    }),
    { numRuns: 10_000, seed: 41, endOnFailure: true },
  )
  // Where hardly anything is sent or taken back, nothing is proven.
  expect(total.sent).toBeGreaterThan(6_000)
  expect(total.undone).toBeGreaterThan(3_000)
  expect(total.left).toBeGreaterThan(20)
  expect(total.unconfirmed).toBeGreaterThan(20)
}, 300_000)
