import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Decision } from '../verdicts/verdicts'
import { createTestLedger, makePhoto, settle, type Reply } from '../../../test/ledger-kit'

const ids = Array.from({ length: 9 }, (_, index) => index + 1)
const approve = { verdict: 'approve', status: 'APPROVED' } as const
const deny = {
  verdict: 'deny',
  status: 'DENIED',
  denial: { reasons: ['Plain background'], otherReason: '', note: '' },
} as const

type Step =
  | { kind: 'start'; photos: readonly number[]; decision: Decision }
  | { kind: 'answer'; reply: Reply; place: number }
  | { kind: 'pass'; ms: number }
  | { kind: 'colleague'; photo: number; status: string }
  | { kind: 'undo' | 'stop' | 'retry' | 'dismiss' | 'sleep' | 'pause' | 'goOn' }

const photo = fc.constantFrom(...ids)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      photos: fc.uniqueArray(photo, { minLength: 1 }),
      decision: fc.constantFrom<Decision>(approve, deny),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      reply: fc.constantFrom<Reply>(
        ...(['ok', 'ok', 'ok', 'lost', 'done-but-lost', 'refused', 'slow-down', 'signed-out'] as const),
        ...(['done-but-signed-out', 'done-without-a-word', 'nothing-without-a-word'] as const),
        'still-as-it-was',
      ),
      place: fc.nat(2),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.constantFrom(10, 2_000, 6_000, 70_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('colleague' as const),
      photo,
      status: fc.constantFrom('APPROVED', 'DENIED', 'DONE'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'undo' as const,
        'stop' as const,
        'retry' as const,
        'dismiss' as const,
        'sleep' as const,
        'pause' as const,
        'goOn' as const,
      ),
    }),
  },
)

it('in whatever order things happen, every photo is accounted for and none is decided twice or unasked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { ledger, time, office, ended, together, held, key } = createTestLedger(ids)
      /** The decisions that were ever asked for, by photo. */
      const wanted = new Map<number, string[]>()
      let sentAsked = 0
      const check = () => {
        expect(office.requests.length).toBeLessThanOrEqual(3)
        const busy = office.requests.map((request) => request.photo)
        expect(new Set(busy).size).toBe(busy.length)
        const now = together()
        if (!now) return
        const open = held().length
        expect(now.sent + now.failed + now.unsent + open).toBe(now.total)
        if (now.state.kind === 'held' || now.state.kind === 'asking') expect(open).toBe(now.total)
      }
      for (const each of steps) {
        switch (each.kind) {
          case 'start': {
            const photos = each.photos.map((id) => {
              const { status = '', version = null } = office.photos.get(id) ?? {}
              return makePhoto(id, { status, version })
            })
            if (!ledger.decideTogether(photos, each.decision, '')) break
            for (const { id } of photos) {
              wanted.set(id, [...(wanted.get(id) ?? []), each.decision.status])
            }
            break
          }
          case 'answer':
            await office.answer(each.reply, each.place)
            break
          case 'pass':
            await time.pass(each.ms)
            break
          case 'sleep':
            await time.sleep(200_000)
            break
          case 'colleague':
            office.change(each.photo, each.status)
            break
          case 'stop': {
            ledger.stop(key())
            await settle()
            sentAsked = office.requests.filter(({ decision }) => decision).length
            await time.pass(120_000)
            if (together()?.state.kind === 'stopped') {
              expect(office.requests.filter(({ decision }) => decision).length).toBeLessThanOrEqual(sentAsked)
            }
            break
          }
          case 'undo': {
            const applied = office.applied.length
            if (ledger.undo()) {
              await time.pass(120_000)
              expect(office.applied).toHaveLength(applied)
              expect(together()).toBeNull()
            }
            break
          }
          case 'dismiss':
            ledger.dismiss(key())
            break
          default:
            ledger[each.kind]()
        }
        check()
      }
      // To the end.
      ledger.goOn()
      for (let turn = 0; turn < 100 && together() && held().length > 0; turn++) {
        ledger.sendNow(key())
        while (office.requests.length > 0) await office.answer('ok')
        await time.pass(60_000)
        check()
      }
      expect(held()).toEqual([])
      for (const { photo: id, decision } of office.applied) {
        expect(wanted.get(id)).toContain(decision.status)
      }
      for (const id of ids) {
        const applied = office.applied.filter((each) => each.photo === id).length
        expect(applied, 'once for each time it was asked for').toBeLessThanOrEqual(
          wanted.get(id)?.length ?? 0,
        )
        // What counts as sent has arrived, unless a colleague has decided just so while our answer was lost.
        const sent = ended.filter(
          (each) => each.decision.photo.id === id && each.outcome.kind === 'sent',
        ).length
        const colleague = steps.filter((each) => each.kind === 'colleague' && each.photo === id).length
        expect(sent).toBeLessThanOrEqual(applied + colleague)
      }
    }),
    { seed: 20260812, numRuns: 3_000 },
  )
}, 120_000)
