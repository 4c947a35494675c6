import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Decision } from '../verdicts/verdicts'
import { createTestLedger, makePhoto, settle, type Reply } from '../../../test/ledger-kit'
import type { Undone } from './ledger'

const ids = [1, 2, 3, 4, 5]
const replies = ['ok', 'ok', 'ok', 'lost', 'done-but-lost', 'refused', 'slow-down', 'signed-out'] as const
const others = ['undo', 'stop', 'retry', 'pause', 'goOn', 'suspend', 'resume', 'dismiss', 'sleep'] as const

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('decide'), pick: fc.nat(50) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('together'),
      photos: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      reply: fc.constantFrom<Reply>(...replies),
      pick: fc.nat(50),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.constantFrom(10, 2_000, 6_000, 70_000) }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom(...others), pick: fc.nat(50) }) },
)
type Step = { kind: string; pick?: number; photos?: readonly number[]; reply?: Reply; ms?: number }

/** An object of its own each time, by which it is known again. */
const approval = (): Decision => ({ verdict: 'approve', status: 'APPROVED' })

/** @param leaving what is answered to what goes out at leaving; null where nobody leaves */
async function play(steps: readonly Step[], leaving: Reply | null) {
  const { ledger, time, office, ended, held, together, key } = createTestLedger(ids)
  /** How many photos each decision was made on. */
  const made = new Map<Decision, number>()
  const alone = new Set<Decision>()
  const undone = new Set<Decision>()
  const mayHaveArrived = new Set<number>()
  let isSuspended = false
  const seen = (id: number) => makePhoto(id, office.photos.get(id))

  function note(taken: Undone | null) {
    // Taken back while it may have arrived it is looked for first.
    if (taken && !('isUncertain' in taken && taken.isUncertain)) undone.add(taken.decision)
  }

  function check() {
    const deciding = office.requests.filter(({ decision }) => decision !== null).map(({ photo }) => photo)
    expect(new Set(deciding).size, 'requests that decide on one photo at a time').toBe(deciding.length)
    const batch = together()
    if (!batch) return
    const open = held().filter(({ key: its }) => its === batch.key)
    expect(batch.sent + batch.failed + batch.unsent + open.length, 'each is accounted for').toBe(batch.total)
    const busy = open.filter(({ state }) => state.kind === 'sending')
    expect(busy.length).toBeLessThanOrEqual(3)
  }

  async function happen({ kind, pick = 0, photos = [], reply = 'ok', ms = 0 }: Step) {
    const decision = approval()
    const one = held()[pick % Math.max(1, held().length)]
    const requests = office.requests.length
    if (kind === 'decide' && ledger.decide(seen(ids[pick % ids.length] ?? 1), decision, '')) {
      made.set(decision, 1)
      alone.add(decision)
    }
    if (kind === 'together')
      made.set(decision, ledger.decideTogether(photos.map(seen), decision, '')?.total ?? 0)
    if (kind === 'answer') {
      const place = pick % Math.max(1, requests)
      const asked = office.requests[place]
      if (asked?.decision && reply === 'done-but-lost') mayHaveArrived.add(asked.photo)
      await office.answer(reply, place)
    }
    if (kind === 'pass') await time.pass(ms)
    if (kind === 'sleep') await time.sleep(200_000)
    if (kind === 'undo') note(ledger.undo(pick % 2 ? one?.key : undefined))
    if (kind === 'stop') ledger.stop(key())
    if (kind === 'dismiss') ledger.dismiss(pick % 2 ? (one?.key ?? 0) : key())
    if (kind === 'suspend' || kind === 'resume') isSuspended = kind === 'suspend'
    if (kind === 'suspend' || kind === 'resume' || kind === 'retry') ledger[kind]()
    if (kind === 'pause' || kind === 'goOn') ledger[kind]()
    await settle()
    if (kind !== 'answer' && isSuspended) expect(office.requests.length).toBeLessThanOrEqual(requests)
    check()
  }
  for (const each of steps) await happen(each)

  if (leaving) {
    ledger.leave()
    while (office.requests.length > 0) {
      if (leaving === 'done-but-lost') for (const { photo } of office.requests) mayHaveArrived.add(photo)
      await office.answer(leaving)
    }
  }
  isSuspended = false
  for (let turn = 0; turn < 40 && held().length > 0; turn++) {
    ledger.resume()
    ledger.goOn()
    for (const { key: its, state } of held()) {
      if (state.kind === 'conflict' || state.kind === 'refused') ledger.dismiss(its)
      else ledger.sendNow(its)
    }
    await office.answerAll()
    await time.pass(61_000)
    check()
  }
  expect(held(), 'what never comes to an end').toEqual([])

  let sent = 0
  for (const [decision, photos] of made) {
    const times = office.applied.filter((each) => each.decision === decision)
    expect(new Set(times.map(({ photo }) => photo)).size, 'made twice').toBe(times.length)
    expect(times.length).toBeLessThanOrEqual(undone.has(decision) ? 0 : photos)
    const outcomes = ended.filter((each) => each.decision.decision === decision)
    sent += outcomes.filter(({ outcome }) => outcome.kind === 'sent').length
    if (alone.has(decision)) expect(outcomes, 'a single one is over once').toHaveLength(1)
  }
  // Nobody else is at work: a photo is approved once, and whatever counts as sent has arrived.
  for (const id of ids) {
    const applied = office.applied.filter(({ photo }) => photo === id).length
    expect(applied, 'approved twice').toBeLessThanOrEqual(1)
    const counted = ended.filter(
      ({ decision, outcome }) => decision.photo.id === id && outcome.kind === 'sent',
    )
    expect(counted.length).toBeLessThanOrEqual(applied)
    if (!mayHaveArrived.has(id)) expect(counted.length, 'arrived, and nobody was told').toBe(applied)
  }
  return sent
}

it('decisions on one photo and on many, made on the same photos, never meet: one request a photo, none lost, none doubled', async () => {
  let sent = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }),
      fc.constantFrom<Reply | null>(null, 'ok', 'lost', 'done-but-lost'),
      async (steps, leaving) => {
        sent += await play(steps, leaving)
      },
    ),
    { seed: 7, numRuns: 2_000 },
  )
  // Where hardly anything is sent nothing is proven.
  expect(sent).toBeGreaterThan(2_000)
}, 120_000)
