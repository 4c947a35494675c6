import { createStore, useStore } from '../../base/store'
import type { Photo } from '../../cloudcard/photo'
import { countsAsDecided, isUnsent, type Batch, type Failure } from './held-decision'
import type { HeldDecision, Outcome } from './held-decision'
import type { Decision } from '../verdicts/verdicts'

/** A decision that is over: what the record and the totals need of it, and no more, for there may be thousands. */
export type MadeDecision = Pick<HeldDecision, 'key' | 'decision'> & {
  /** By the computer's clock, epoch ms. */
  decidedAt: number
  photoId: number
  /** In which status it was decided. */
  from: string
  cardholder: string
  identifier: string
  outcome: Outcome
  /** By `browserClock`, to be compared with when something was read. */
  endedAt: number
}

/** What was decided here and is not over; all of it is kept in place, since there may be thousands. */
export const createDecisions = () => ({
  /** By photo, in the order in which they were made. */
  open: new Map<number, HeldDecision>(),
  /** Why photos that were decided together are still undecided, until they are tried again. */
  failures: new Map<number, Failure>(),
  /** The decision on many, until somebody has taken note of how it ended. */
  together: null as Batch | null,
  /** The key of the newest one. */
  newest: 0,
})
export type Decisions = ReturnType<typeof createDecisions>

/** For whoever lists photos; the ledger, which writes in it, is loaded when a photo is opened. */
export const decisions = createDecisions()
/** Another number whenever something in `decisions` has changed. */
export const decisionChanges = createStore(0)
/** Those that are over, in the order in which they were; of this session, in memory only. */
export const madeDecisions = createStore<readonly MadeDecision[]>([])

export function tellDecisionsChanged(): void {
  decisionChanges.set(decisionChanges.get() + 1)
}

/** So many can be written down at each change without being felt. */
const few = 100

/** Says of each change whether writing it down can wait: where thousands are open, all can but a new decision. */
export function followDecisions(listener: (canWait: boolean) => void): () => void {
  let last = decisions.newest
  return decisionChanges.subscribe(() => {
    const isNew = decisions.newest !== last
    last = decisions.newest
    listener(!isNew && decisions.open.size > few)
  })
}

/** What is computed from the decisions that are not over, for callers that are drawn again only where that is another value. */
export function useDecisionsOpen<T>(compute: (decisions: Decisions) => T): T {
  return useStore(decisionChanges, () => compute(decisions))
}

/** What a page that ends now would lose. */
export const unsentDecisions = (): readonly HeldDecision[] =>
  [...decisions.open.values()].filter((held) => isUnsent(held) && !held.isUndoWished)

/** The decision on a photo that is not over, null where there is none. */
export function useHeldDecision(photoId: number | null): HeldDecision | null {
  return useDecisionsOpen(({ open }) => (photoId === null ? null : (open.get(photoId) ?? null)))
}

/** Why a photo that was decided with others is still undecided. */
export function useFailure(photoId: number): Failure | null {
  return useDecisionsOpen(({ failures }) => failures.get(photoId) ?? null)
}

/** The decision that a row asks to be taken back. The ledger does it, which is loaded when a photo is opened. */
export const undoWanted = createStore<number | null>(null)

/**
 * Whether a photo that is listed with a status needs no decision any more: one was made here in this session, or is about to be.
 * What was brought back to that status, as by Release, needs one.
 */
export function isDecided({ id, status }: Pick<Photo, 'id' | 'status'>): boolean {
  const held = decisions.open.get(id)
  if (held && countsAsDecided(held)) return true
  const last = madeDecisions.get().findLast((made) => made.photoId === id && hasArrived(made.outcome))
  return last !== undefined && last.decision.status !== status
}

/** Whether CloudCard has made it. */
export const hasArrived = (outcome: Outcome): outcome is Extract<Outcome, { version: unknown }> =>
  outcome.kind === 'sent' || outcome.kind === 'too-late'

/** A photo that leaves a status for another one by what was done here. */
export type Move = {
  photoId: number
  from: string
  to: string
  /** By `browserClock`; null while it is held or on its way. */
  arrivedAt: number | null
}

/** What has arrived, in that order, and then what is not over: that counts already. */
export function movesNow(): readonly (Move & { decision: Decision })[] {
  const arrived = madeDecisions.get().filter(({ outcome }) => hasArrived(outcome))
  const open = [...decisions.open.values()].filter(countsAsDecided)
  return [
    ...arrived.map(({ endedAt, ...made }) => ({ ...made, to: made.decision.status, arrivedAt: endedAt })),
    ...open.map(({ photo, decision }) => ({
      photoId: photo.id,
      from: photo.status,
      to: decision.status,
      decision,
      arrivedAt: null,
    })),
  ]
}

/**
 * How many photos have come to a status (less those that have left it) by moves that a number read at `readAt` (by
 * `browserClock`) does not know of yet.
 */
export function countShift(status: string, readAt: number, moves: readonly Move[]): number {
  const unknown = moves.filter(({ arrivedAt }) => arrivedAt === null || arrivedAt >= readAt)
  const come = unknown.filter(({ to }) => to === status).length
  return come - unknown.filter(({ from }) => from === status).length
}

/** The photos that have left a status by decisions made here that have arrived since `since`, before `until` (by `browserClock`). */
export function decidedBetween(status: string, since: number, until = Number.POSITIVE_INFINITY): Set<number> {
  const gone = new Set<number>()
  for (const { photoId, from, decision, outcome, endedAt } of madeDecisions.get()) {
    if (!hasArrived(outcome) || endedAt < since || endedAt >= until) continue
    if (from === status) gone.add(photoId)
    else if (decision.status === status) gone.delete(photoId)
  }
  return gone
}
