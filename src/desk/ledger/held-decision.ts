import { isApiError } from '../../cloudcard/api-error'
import type { Photo, Picture } from '../../cloudcard/photo'
import { verdictOf, type Decision } from '../verdicts/verdicts'
import type { Policy } from './decision-policy'

/** A photo as somebody else has left it; `changedAt` is epoch ms, `picture` where it is known which one it shows. */
export type PhotoNow = {
  status: string
  version: number | null
  changedAt: number | null
  picture?: Picture
}

/** Nothing is sent yet; all times are of the clock, in ms. */
export type Hold =
  /** Can be undone until `endsAt`, and is sent then. */
  | { kind: 'held'; endsAt: number }
  /** Was due so long ago, as on a computer that has slept, that a person has to say whether it still holds. */
  | { kind: 'asking' }

/** What becomes of a decision until it is over. */
type DecisionState =
  | Hold
  | { kind: 'sending' }
  /** Waits for its turn among many that were decided together. */
  | { kind: 'queued' }
  /** Could not be sent, and is tried again at `retryAt`. */
  | { kind: 'waiting'; retryAt: number; error: unknown }
  /** Somebody else has changed the photo: nothing was overwritten. */
  | { kind: 'conflict'; now: PhotoNow }
  /** CloudCard did not take it: the photo is undecided again. */
  | { kind: 'refused'; error: unknown }

/** What was decided, on one photo or many. */
type Decided = {
  /** Of all that was decided as one. */
  readonly key: number
  readonly policy: Policy
  readonly decision: Decision
  /** The address at which it was decided, for going back to it. */
  readonly address: string
  readonly decidedAt: number
}

/** A decision that is not over yet. */
export type HeldDecision = Decided & {
  /** As it was when it was decided. */
  readonly photo: Photo
  readonly state: DecisionState
  /** Of the photo that was seen; undefined: has to be read first, null: it has none. */
  readonly version: number | null | undefined
  /** The status in which the photo was seen, here or when a conflict was shown. */
  readonly seenStatus: string
  /** An earlier try may have arrived though its answer did not. */
  readonly isUncertain: boolean
  /**
   * How often it was looked for after CloudCard had said yes without saying that it was done; null where it has not. Such a
   * decision is never sent again by itself: each yes may have been an e-mail.
   */
  readonly looks: number | null
  /** Taken back while it was uncertain: it is only found out whether that came in time. */
  readonly isUndoWished: boolean
  readonly tries: number
}

/** Why a photo that was decided with others is still undecided. */
export type Failure =
  | Extract<DecisionState, { kind: 'conflict' | 'refused' }>
  /** It was sent, and nobody knows whether it has arrived; it is looked at before it is sent again. */
  | { kind: 'unanswered'; error: unknown }

/** One decision on one or many photos, changed in place. Each photo is one of sent, failed, unsent, or still open. */
export type Batch = Decided & {
  readonly total: number
  state:
    /** Can be undone as a whole. */
    | Hold
    /** `wait`: nothing is under way, and nothing is sent before `until`. */
    | { kind: 'sending'; wait?: { until: number; error: unknown } | undefined }
    /** By a person, by leaving, or because nothing arrived any more: then `error` says why. */
    | { kind: 'stopped'; error: unknown }
    | { kind: 'done' }
  sent: number
  failed: number
  /** Never asked for: they are as undecided as before. */
  unsent: number
  /** Those that are open, in the order in which they are sent. */
  readonly photos: Set<number>
  readonly underWay: Set<Promise<void>>
  unansweredInARow: number
  /** Nothing of it is sent before. */
  blockedUntil: number
}

export type Outcome =
  | { kind: 'sent'; version: number | null }
  /** It had arrived already when it was taken back. */
  | { kind: 'too-late'; version: number | null }
  | { kind: 'undone' }
  /** Somebody else's change was left as it is. */
  | { kind: 'left'; now: PhotoNow }
  | { kind: 'refused'; error: unknown }

/** Whether the photo counts as decided: it was not refused, and nobody else has decided otherwise. */
export function countsAsDecided({ state, isUndoWished }: HeldDecision): boolean {
  return state.kind !== 'refused' && state.kind !== 'conflict' && !isUndoWished
}

/** Whether it can still be taken back by itself. */
export function canUndo({ state, isUndoWished, policy }: HeldDecision): boolean {
  return (
    policy.isUndoneAlone &&
    !isUndoWished &&
    (state.kind === 'held' || state.kind === 'asking' || state.kind === 'waiting')
  )
}

type InConflict = HeldDecision & { state: { kind: 'conflict'; now: PhotoNow } }

/** Whether one's own decision can be put on top of somebody else's: not where both are the same, or it is not made from there, and no picture is approved unseen. */
export function canApplyAnyway(held: HeldDecision): held is InConflict {
  const { decision, state } = held
  if (state.kind !== 'conflict' || state.now.status === decision.status) return false
  const { isOfPicture, from } = verdictOf(decision)
  return from.includes(state.now.status) && (!isOfPicture || !showsAnother(held))
}

/** Whether the photo shows another picture by now than the one that was decided on. */
export function showsAnother({ photo, state }: HeldDecision): boolean {
  const now = state.kind === 'conflict' ? state.now.picture : undefined
  return now !== undefined && placeOf(now) !== placeOf(photo.picture)
}

/** Where a picture lies; what stands behind the question mark may be signed anew each time. */
export function placeOf({ urls }: Picture): string {
  return urls[0]?.replace(/\?.*$/, '') ?? ''
}

/** Whether it can go out at the last moment, unread: only what a version keeps from arriving twice, or over another's. */
export function canLeave({ state, version, isUncertain, looks, isUndoWished }: HeldDecision): boolean {
  const isDue = state.kind === 'held' || (state.kind === 'waiting' && looks === null)
  return isDue && !isUndoWished && version !== undefined && !(isUncertain && version === null)
}

/** Whether CloudCard still has to be told of it. */
export function isUnsent({ state }: HeldDecision): boolean {
  return state.kind !== 'refused' && state.kind !== 'conflict'
}

/** Whether another one would be in its way. */
export function isUnderWay({ state, photos }: Batch): boolean {
  return state.kind !== 'done' && (state.kind !== 'stopped' || photos.size > 0)
}

/** It is over, and some photos are undecided: they can be decided again. */
export function isLeftSelected(batch: Batch): boolean {
  return !isUnderWay(batch) && batch.failed + batch.unsent > 0
}

/** Whether nothing of it was sent, so that it can be undone as a whole. */
export function isHeld({ state }: Batch): boolean {
  return state.kind === 'held' || state.kind === 'asking'
}

/** Whether what went wrong with one photo goes wrong with all. */
export function isAboutAll(error: unknown): boolean {
  const kind = isApiError(error) ? error.kind : null
  return kind === 'offline' || kind === 'rate-limited' || kind === 'signed-out' || kind === 'intercepted'
}
