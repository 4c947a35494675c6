import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import type { Decision } from '../../cloudcard/update-photo'
import type { PhotoNow } from '../held-decision'

/** Why a photo of a bulk decision is still undecided. */
export type Failure =
  /** Somebody else has changed it: nothing was overwritten. */
  | { kind: 'conflict'; now: PhotoNow }
  /** CloudCard did not take it. */
  | { kind: 'refused'; error: unknown }
  /** It was sent, and nobody knows whether it has arrived; it is looked at before it is sent again. */
  | { kind: 'unanswered'; error: unknown }

/** One decision on many photos. Every photo is one of sent, failed, unsent, or still open; times are of the clock, in ms. */
export type Bulk = {
  readonly key: number
  readonly decision: Decision
  readonly decidedAt: number
  /** Where it was decided, for going back to it. */
  readonly address: string
  readonly total: number
  readonly state:
    /** Can be undone as a whole until then. */
    | { kind: 'held'; endsAt: number }
    /** Was due so long ago that a person has to say whether it still holds. */
    | { kind: 'asking' }
    /** `wait`: nothing is under way, and nothing is sent before `until`. */
    | { kind: 'sending'; wait?: { until: number; error: unknown } | undefined }
    /** By a person, by leaving, or because nothing arrived any more: then `error` says why. */
    | { kind: 'stopped'; error: unknown }
    | { kind: 'done' }
  readonly sent: number
  readonly failed: number
  /** Never asked for: they are as undecided as before. */
  readonly unsent: number
}

/** Whether another one would be in its way. */
export function isUnderWay({ state, total, sent, failed, unsent }: Bulk): boolean {
  if (state.kind === 'done') return false
  return state.kind !== 'stopped' || sent + failed + unsent < total
}

/** It is over, and some photos are undecided: they can be decided again. */
export function isLeftSelected(bulk: Bulk): boolean {
  return !isUnderWay(bulk) && bulk.failed + bulk.unsent > 0
}

export function canUndoBulk({ state }: Bulk): boolean {
  return state.kind === 'held' || state.kind === 'asking'
}

/** How many are still to be told to CloudCard, if it goes on. */
export function stillToSend({ state, total, sent, failed, unsent }: Bulk): number {
  return state.kind === 'done' ? 0 : total - sent - failed - unsent
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
