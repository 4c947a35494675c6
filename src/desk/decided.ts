import { useSyncExternalStore } from 'react'
import { createStore } from '../base/store'
import type { Photo } from '../cloudcard/photo'
import type { Batch, Failure } from './batch'
import { countsAsDecided, isUnsent, type HeldDecision, type Outcome } from './held-decision'

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
export type Decisions = {
  /** By photo, in the order in which they were made. */
  readonly open: Map<number, HeldDecision>
  /** Why photos that were decided together are still undecided, until they are tried again. */
  readonly failures: Map<number, Failure>
  /** The decision on many, until somebody has taken note of how it ended. */
  together: Batch | null
  /** The key of the newest one. */
  newest: number
}

export const createDecisions = (): Decisions => ({
  open: new Map(),
  failures: new Map(),
  together: null,
  newest: 0,
})

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
  return useSyncExternalStore(decisionChanges.subscribe, () => compute(decisions))
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

/**
 * How many photos have come to a status (less those that have left it) by decisions made here that a number read at
 * `readAt` (by `browserClock`) does not know of yet: those that are held or on their way count already.
 */
export function countShift(
  status: string,
  readAt: number,
  held: readonly HeldDecision[],
  made: readonly MadeDecision[],
): number {
  if (status === 'ALL') return 0
  const arrived = made.filter(({ outcome, endedAt }) => hasArrived(outcome) && endedAt >= readAt)
  const moves = [
    ...held
      .filter(countsAsDecided)
      .map(({ photo, decision }) => ({ from: photo.status, to: decision.status })),
    ...arrived.map(({ from, decision }) => ({ from, to: decision.status })),
  ]
  return moves.reduce((shift, { from, to }) => shift + (to === status ? 1 : 0) - (from === status ? 1 : 0), 0)
}

/** The photos of a status that were decided here: what of it is not over, and what has arrived. */
export function decidedPhotos(
  status: string,
  held: readonly HeldDecision[],
  made: readonly MadeDecision[],
): { waiting: Set<number>; arrived: Set<number> } {
  const waiting = held.filter((each) => each.photo.status === status && countsAsDecided(each))
  const arrived = made.filter(({ from, outcome }) => from === status && hasArrived(outcome))
  return {
    waiting: new Set(waiting.map(({ photo }) => photo.id)),
    arrived: new Set(arrived.map(({ photoId }) => photoId)),
  }
}

/** The photos that have left a status by decisions made here that have arrived since `since`, before `until` (by `browserClock`). */
export function decidedBetween(status: string, since: number, until = Number.POSITIVE_INFINITY): Set<number> {
  const gone = new Set<number>()
  if (status === 'ALL') return gone
  for (const { photoId, from, decision, outcome, endedAt } of madeDecisions.get()) {
    if (!hasArrived(outcome) || endedAt < since || endedAt >= until) continue
    if (from === status) gone.add(photoId)
    else if (decision.status === status) gone.delete(photoId)
  }
  return gone
}
