import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makePhoto, settle, type Reply } from '../../../test/ledger-kit'
import { createTestRepairer } from '../../../test/repair-kit'

const ids = [1, 2, 3]
const replies = [
  'ok',
  'ok',
  'ok',
  'ok',
  'lost',
  'done-but-lost',
  'refused',
  'slow-down',
  'signed-out',
] as const
const kinds = [
  'decide',
  'repair',
  'repair',
  'undo',
  'together',
  'bot',
  'applyAnyway',
  'dismiss',
  'leave',
] as const

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom(...kinds), pick: fc.nat(50) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('colleague', 'colleague repairs'), pick: fc.nat(50) }),
  },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      reply: fc.constantFrom<Reply>(...replies),
      pick: fc.nat(50),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.constantFrom(500, 3_000, 6_000, 130_000) }),
  },
)
type Step = { kind: string; pick?: number; reply?: Reply; ms?: number }

/**
 * @param isVersioned photos without a version are not locked at CloudCard: there nobody but us repairs them
 * @returns how many decisions were made, and how many photos replaced by us
 */
async function play(steps: readonly Step[], isVersioned: boolean) {
  const kit = createTestRepairer(ids, { isVersioned })
  const { ledger, repairer, office, time, held, shown, replaced } = kit
  for (const id of ids) shown.set(id, makePhoto(id, { version: isVersioned ? 1 : null }))
  /** Also what a row had long ago, which a person may have open still. */
  const everShown = new Map(shown)
  const approval = { verdict: 'approve', status: 'APPROVED' } as const
  const at = <T>(all: readonly T[], pick: number) => all[pick % Math.max(1, all.length)]

  function happen({ kind, pick = 0 }: Step) {
    for (const [id, photo] of shown) everShown.set(id, photo)
    const photo = at([...(pick % 3 === 0 ? everShown : shown).values()], pick)
    const stored = at([...office.photos.keys()], pick) ?? 1
    const one = at(held(), pick)
    if (kind === 'decide' && photo) ledger.decide(photo, { ...approval }, '')
    if (kind === 'together') ledger.decideTogether(everShown.values(), { ...approval }, '')
    if (kind === 'repair' && photo && !replaced.has(photo.id)) repairer.start(photo, 'rotate')
    if (kind === 'undo') ledger.undo(pick % 2 ? one?.key : undefined)
    if (kind === 'applyAnyway' && one) ledger.applyAnyway(one.key)
    if (kind === 'dismiss') ledger.dismiss(pick % 2 ? (one?.key ?? 0) : kit.key())
    if (kind === 'leave' && photo) repairer.leave(photo.id)
    if (kind === 'bot') {
      const known = office.photos.get(stored)
      if (known) office.photos.set(stored, { ...known, isBotWorking: false, score: pick % 2 ? 0.9 : null })
    }
    if (kind === 'colleague') office.change(stored, at(['DENIED', 'PENDING'], pick) ?? '')
    if (kind === 'colleague repairs' && isVersioned) office.replace(stored)
  }

  for (const each of steps) {
    if (each.kind === 'answer') {
      await office.answer(each.reply, (each.pick ?? 0) % Math.max(1, office.requests.length))
    } else if (each.kind === 'pass') await time.pass(each.ms ?? 0)
    else happen(each)
    await settle()
    // One that could not be read stays listed by its old number, which nothing is decided on.
    for (const [was, id] of replaced)
      if (shown.has(id)) expect(shown.has(was), 'a photo that was replaced is still listed').toBe(false)
  }
  for (let turn = 0; turn < 60 && (kit.working() > 0 || held().length > 0); turn++) {
    for (const { key, state } of held()) {
      if (state.kind === 'conflict' || state.kind === 'refused') ledger.dismiss(key)
      else ledger.sendNow(key)
    }
    await office.answerAll()
    await time.pass(61_000)
  }
  expect(kit.working(), 'a repair that never comes to an end').toBe(0)
  const onDiscarded = office.applied.filter(({ from }) => from === 'DISCARDED')
  expect(onDiscarded, 'decided on a photo that was discarded').toEqual([])
  return { decided: office.applied.length, repaired: replaced.size }
}

it('repairs, decisions, undos and a colleague at the same time never decide on a photo that was discarded', async () => {
  let [decided, repaired] = [0, 0]
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 80, size: 'max' }),
      fc.boolean(),
      async (steps, isVersioned) => {
        const played = await play(steps, isVersioned)
        decided += played.decided
        repaired += played.repaired
      },
    ),
    { seed: 7, numRuns: 4_000 },
  )
  // Where hardly anything is decided or repaired nothing is proven.
  expect(decided).toBeGreaterThan(1_000)
  expect(repaired).toBeGreaterThan(500)
}, 120_000)
