import { useSyncExternalStore } from 'react'
import { createStore } from '../base/store'
import type { Bulk, Failure } from './bulk/bulk'
import { countsAsDecided, type HeldDecision, type Outcome } from './held-decision'

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

/** What was decided here, for whoever lists photos; the machinery behind it is loaded when a photo is opened. */
export const heldDecisions = createStore<readonly HeldDecision[]>([])
/** In the order in which they were over; of this session, in memory only. */
export const madeDecisions = createStore<readonly MadeDecision[]>([])

/** The decision on many photos at once, and how far it is; what of it is asked for photo by photo is in `together`. */
export const bulkDecision = createStore<Bulk | null>(null)

type Together = {
  of: (photoId: number) => HeldDecision | null
  all: () => Iterable<HeldDecision>
  failureOf: (photoId: number) => Failure | null
}
const nothingTogether: Together = { of: () => null, all: () => [], failureOf: () => null }
let together = nothingTogether

export function setTogether(next: Together): void {
  together = next
}

/** Those of a decision on many photos that are not over. */
export const decidedTogether = (): Iterable<HeldDecision> => together.all()

/** Why a photo of such a decision is still undecided. */
export function useFailure(photoId: number): Failure | null {
  return useSyncExternalStore(bulkDecision.subscribe, () => together.failureOf(photoId))
}

let undo: ((key: number) => void) | null = null

/** For rows, which know nothing of the machinery behind it. */
export function undoDecision(key: number): void {
  undo?.(key)
}

export function setUndo(next: (key: number) => void): void {
  undo = next
}

/** The decision on a photo that is not over, null where there is none. */
export function useHeldDecision(photoId: number | null): HeldDecision | null {
  return useSyncExternalStore(subscribeToAll, () => (photoId === null ? null : heldOf(photoId)))
}

function heldOf(photoId: number): HeldDecision | null {
  return heldDecisions.get().find(({ photo }) => photo.id === photoId) ?? together.of(photoId)
}

function subscribeToAll(listener: () => void): () => void {
  const stops = [heldDecisions.subscribe(listener), bulkDecision.subscribe(listener)]
  return () => stops.forEach((stop) => stop())
}

/** Whether the photo needs no decision any more: one was made here in this session, or is about to be. */
export function isDecided(photoId: number): boolean {
  return (
    isHeldAsDecided(heldOf(photoId)) ||
    madeDecisions.get().some((made) => made.photoId === photoId && hasArrived(made.outcome))
  )
}

const isHeldAsDecided = (held: HeldDecision | null) => held !== null && countsAsDecided(held)

const hasArrived = ({ kind }: Outcome) => kind === 'sent' || kind === 'too-late'

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
  const gone = madeDecisions
    .get()
    .filter(
      ({ from, outcome, endedAt }) =>
        from === status && hasArrived(outcome) && endedAt >= since && endedAt < until,
    )
    .map(({ photoId }) => photoId)
  return new Set(status === 'ALL' ? [] : gone)
}
