import { describe, expect, it } from 'vitest'
import { makePhoto } from '../../../test/ledger-kit'
import { createTestRepairer } from '../../../test/repair-kit'

const kit = () => {
  const made = createTestRepairer([1])
  made.repairer.start(makePhoto(1), 'rotate')
  return made
}
/** The photo is looked at first, and then CloudCard is asked. */
async function asked() {
  const made = kit()
  await made.office.answer('ok')
  return made
}
const finish = (office: ReturnType<typeof kit>['office'], id: number) =>
  office.photos.set(id, { ...(office.photos.get(id) ?? { status: '', version: 1 }), isBotWorking: false })

describe('a repair', () => {
  it('looks at the photo first, asks once, and follows it to its new number', async () => {
    const { office, time, repairOf, replaced, shown, working } = await asked()
    expect(working()).toBe(1)
    await office.answer('ok')
    await office.answerAll()
    expect(replaced).toEqual(new Map([[1, 2]]))
    expect(shown.get(2)).toMatchObject({ id: 2, isBotWorking: true })
    expect(repairOf(1)).toBeNull()
    expect(repairOf(2)?.state.kind).toBe('working')
    finish(office, 2)
    await time.pass(3_000)
    await office.answerAll()
    expect(repairOf(2)).toMatchObject({ state: { kind: 'done', isLetGo: false }, isScoreAwaited: true })
    expect(repairOf(2)?.before?.id).toBe(1)
  })

  it('is not begun while the photo is being decided, nor twice', async () => {
    const { ledger, repairer, office } = createTestRepairer([1, 2])
    ledger.decide(makePhoto(1), { verdict: 'approve', status: 'APPROVED' }, '')
    expect(repairer.start(makePhoto(1), 'crop')).toBe(false)
    expect(repairer.start(makePhoto(2), 'crop')).toBe(true)
    expect(repairer.start(makePhoto(2), 'rotate')).toBe(false)
    expect(ledger.decide(makePhoto(2), { verdict: 'approve', status: 'APPROVED' }, '')).toBeNull()
    expect(office.requests).toHaveLength(1)
  })

  it.each([
    ['decided by somebody else', { status: 'APPROVED', version: 2 }, 'changed'],
    ['which the bot still works on', { status: 'PENDING', version: 1, isBotWorking: true }, 'busy'],
  ])('of a photo %s is not asked for', async (_what, now, failure) => {
    const made = kit()
    made.office.photos.set(1, now)
    await made.office.answerAll()
    expect(made.repairOf(1)?.state).toMatchObject({ kind: 'failed', failure: { kind: failure } })
    expect(made.office.photos.size).toBe(1)
  })

  it('that is refused leaves the photo as it was, and is not offered again', async () => {
    const { office, repairOf, refused, ledger } = await asked()
    await office.answer('refused')
    expect(repairOf(1)?.state).toMatchObject({ kind: 'failed', failure: { kind: 'refused' } })
    expect(refused).toEqual(['rotate'])
    expect(ledger.decide(makePhoto(1), { verdict: 'approve', status: 'APPROVED' }, '')).not.toBeNull()
  })

  it('whose answer was lost is looked for, and found by its person', async () => {
    const { office, time, repairOf, setNewest, replaced } = await asked()
    setNewest(2)
    await office.answer('done-but-lost')
    await office.answerAll()
    await time.pass(3_000)
    finish(office, 2)
    await office.answerAll()
    expect(replaced).toEqual(new Map([[1, 2]]))
    await time.pass(10_000)
    await office.answerAll()
    expect(repairOf(2)?.state.kind).toBe('done')
  })

  it('whose new photo nobody names says that it is lost, and shows the old one as discarded', async () => {
    const { office, repairOf, shown } = await asked()
    await office.answer('done-but-lost')
    await office.answerAll()
    expect(repairOf(1)?.state).toMatchObject({ kind: 'failed', failure: { kind: 'lost' } })
    expect(shown.get(1)?.status).toBe('DISCARDED')
  })

  it('whose new photo CloudCard does not show is let go, and says which number it has', async () => {
    const { office, time, repairOf, replaced, shown } = await asked()
    await office.answer('ok')
    for (let turn = 0; turn < 6; turn++) {
      await office.answer('refused')
      await time.pass(10_000)
    }
    expect(repairOf(1)?.state).toMatchObject({ kind: 'failed', failure: { kind: 'unreadable', id: 2 } })
    expect(replaced).toEqual(new Map([[1, 2]]))
    expect(shown.has(2)).toBe(false)
    expect(office.requests).toEqual([])
  })

  it('whose new photo was found, and is gone later, fails under the number that it had by then', async () => {
    const { office, time, repairOf, working } = await asked()
    await office.answer('ok')
    await office.answerAll()
    office.photos.delete(2)
    for (let turn = 0; turn < 12; turn++) {
      await time.pass(10_000)
      await office.answerAll()
    }
    expect(repairOf(2)?.state).toMatchObject({ kind: 'failed', failure: { kind: 'unreadable', id: 2 } })
    expect(working()).toBe(0)
  })

  it('by which a photo comes to another status is told once, whatever the new one becomes', async () => {
    const { office, repairer, time, moves } = createTestRepairer([1])
    office.photos.set(1, { status: 'APPROVED', version: 1 })
    repairer.start({ ...makePhoto(1), status: 'APPROVED' }, 'rotate')
    await office.answer('ok')
    await office.answer('ok')
    office.photos.set(2, { status: 'PENDING', version: 1, isBotWorking: true })
    await office.answerAll()
    expect(moves).toEqual(['2: APPROVED to PENDING'])
    office.photos.set(2, { status: 'APPROVED', version: 2 })
    await time.pass(3_000)
    await office.answerAll()
    expect(moves).toEqual(['2: APPROVED to PENDING', '2: PENDING to APPROVED'])
  })

  it('that stays in its status moves no number', async () => {
    const { office, moves } = await asked()
    await office.answer('ok')
    await office.answerAll()
    expect(moves).toEqual([])
  })

  it('that CloudCard never did says so, and the photo can be decided', async () => {
    const { office, time, repairOf, ledger } = await asked()
    await office.answer('lost')
    for (let turn = 0; turn < 6; turn++) {
      await office.answerAll()
      await time.pass(10_000)
    }
    expect(repairOf(1)?.state).toMatchObject({
      kind: 'failed',
      failure: { kind: 'not-done', isAnswered: false },
    })
    expect(ledger.decide(makePhoto(1), { verdict: 'approve', status: 'APPROVED' }, '')).not.toBeNull()
  })

  it('that never ends is let go after two minutes, and is not read any more', async () => {
    const { office, time, repairOf, ended } = await asked()
    await office.answer('ok')
    let reads = 0
    for (let turn = 0; turn < 40; turn++) {
      reads += office.requests.length
      await office.answerAll()
      await time.pass(5_000)
    }
    expect(repairOf(2)?.state).toEqual({ kind: 'done', isLetGo: true })
    expect(ended.repairs).toHaveLength(1)
    expect(reads).toBeLessThan(25)
    for (let turn = 0; turn < 40; turn++) {
      await office.answerAll()
      await time.pass(60_000)
    }
    expect(repairOf(2)?.isScoreAwaited).toBe(false)
    expect(office.requests).toEqual([])
  })

  it('is followed no more for another person', async () => {
    const { office, time, repairer, replaced } = await asked()
    repairer.clear()
    await office.answerAll()
    await time.pass(200_000)
    expect(office.requests).toEqual([])
    expect(replaced.size).toBe(0)
  })
})

describe('a repair that was under way before a reload', () => {
  const left = { was: 1, id: 1, process: 'rotate', version: 1 } as const

  it('is found by its person where no number was known, and shown beside the old picture', async () => {
    const { office, repairer, repairOf, replaced, setNewest, time, moves } = createTestRepairer([1])
    repairer.start(makePhoto(1), 'rotate')
    await office.answer('ok')
    await office.answer('ok')
    repairer.clear()
    await office.answerAll()
    setNewest(2)
    repairer.resume(left)
    for (let turn = 0; turn < 5; turn++) {
      await office.answerAll()
      finish(office, 2)
      await time.pass(10_000)
    }
    expect(replaced).toEqual(new Map([[1, 2]]))
    expect(repairOf(2)).toMatchObject({ process: 'rotate', state: { kind: 'done' }, before: { id: 1 } })
    // What is counted after a reload has it where it is.
    expect(moves).toEqual([])
  })

  it('of a photo that had its new number already still takes the place of the old one', async () => {
    const { office, repairer, replaced } = createTestRepairer([1, 2])
    office.photos.set(1, { status: 'DISCARDED', version: 2 })
    repairer.resume({ ...left, id: 2 })
    await office.answerAll()
    expect(replaced).toEqual(new Map([[1, 2]]))
  })

  it('of a photo that somebody has changed since leaves it as it is', async () => {
    const { office, repairer, repairOf } = createTestRepairer([1])
    office.photos.set(1, { status: 'APPROVED', version: 2 })
    repairer.resume(left)
    await office.answerAll()
    expect(repairOf(1)).toBeNull()
    expect(office.requests).toEqual([])
  })

  it('of a photo that cannot be read any more is told of', async () => {
    const { office, repairer, left: toldOf, repairOf } = createTestRepairer([1])
    repairer.resume(left)
    await office.answer('refused')
    expect(toldOf).toEqual([1])
    expect(repairOf(1)).toBeNull()
  })
})

describe('the score of the new picture', () => {
  async function done() {
    const made = await asked()
    await made.office.answer('ok')
    finish(made.office, 2)
    await made.office.answerAll()
    return made
  }

  it('is looked for until it is known, and what came of the repair is there until it is left', async () => {
    const { office, time, repairOf, repairer, shown } = await done()
    await time.pass(5_000)
    office.photos.set(2, { status: 'PENDING', version: 2, score: 0.9 })
    await office.answerAll()
    expect(shown.get(2)?.score).toBe(0.9)
    expect(repairOf(2)).toMatchObject({ state: { kind: 'done' }, isScoreAwaited: false })
    await time.pass(600_000)
    expect(office.requests).toEqual([])
    repairer.leave(2)
    expect(repairOf(2)).toBeNull()
  })

  it('is looked for also when the person goes on with the new picture', async () => {
    const { office, time, repairOf, repairer } = await done()
    repairer.keep(2)
    expect(repairOf(2)?.state.kind).toBe('kept')
    await time.pass(5_000)
    office.photos.set(2, { status: 'PENDING', version: 2, score: 0.9 })
    await office.answerAll()
    expect(repairOf(2)).toBeNull()
  })
})
