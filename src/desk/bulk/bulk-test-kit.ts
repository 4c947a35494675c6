import { createTestClock, createTestOffice } from '../decision-test-kit'
import type { HeldDecision, Outcome } from '../held-decision'
import type { Bulk } from './bulk'
import { createBulkMachine } from './bulk-machine'

/** For tests: a bulk machine with a clock and an office of its own. */
export function createTestBulk(
  photoIds: readonly number[],
  { holdMs = 6_000, isVersioned = true, taken = new Set<number>() } = {},
) {
  const time = createTestClock()
  const office = createTestOffice(photoIds, { isVersioned })
  const ended: { decision: HeldDecision; outcome: Outcome }[] = []
  let bulk: Bulk | null = null
  const machine = createBulkMachine({
    clock: time.clock,
    holdMs: () => holdMs,
    isTaken: (id) => taken.has(id),
    update: office.update,
    read: office.read,
    onChange: (next) => (bulk = next),
    onEnd: (decision, outcome) => ended.push({ decision, outcome }),
  })
  return { machine, time, office, ended, bulk: () => bulk as Bulk | null }
}
