import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import type { Decision } from '../verdicts/verdicts'
import type { Policy } from './decision-policy'
import type { DecisionState, Hold } from './held-decision'

/** Why a photo that was decided with others is still undecided. */
export type Failure =
  | Extract<DecisionState, { kind: 'conflict' | 'refused' }>
  /** It was sent, and nobody knows whether it has arrived; it is looked at before it is sent again. */
  | { kind: 'unanswered'; error: unknown }

/**
 * One decision on one or many photos, changed in place. Each photo is one of sent, failed, unsent, or still open; times are of
 * the clock, in ms.
 */
export type Batch = {
  readonly key: number
  readonly policy: Policy
  readonly decision: Decision
  readonly decidedAt: number
  /** Where it was decided, for going back to it. */
  readonly address: string
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

/** The photos that a decision can be made on together: each once, and none that has that status. */
export function decidableTogether(photos: Iterable<Photo>, decision: Decision): Photo[] {
  const byId = new Map<number, Photo>()
  for (const photo of photos) if (photo.status !== decision.status) byId.set(photo.id, photo)
  return [...byId.values()]
}

/** Whether what went wrong with one photo goes wrong with all. */
export function isAboutAll(error: unknown): boolean {
  const kind = isApiError(error) ? error.kind : null
  return kind === 'offline' || kind === 'rate-limited' || kind === 'signed-out' || kind === 'intercepted'
}
