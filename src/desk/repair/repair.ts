import type { Clock } from '../../base/clock'
import type { Store } from '../../base/store'
import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import type { Process } from '../../cloudcard/process-photo'
import { placeOf } from '../ledger/held-decision'

/** What CloudCard was asked to do with a photo, and what came of it; kept until the person has left that. */
export type Repair = {
  readonly process: Process
  /** The number and the version that the photo had when that was asked. */
  readonly was: Pick<Photo, 'id' | 'version'>
  /** The photo as it was then; null after a reload, until it was looked at. */
  readonly before: Photo | null
  readonly state: RepairState
  /** The bot has not scored the new picture, and it is still looked whether it has. */
  readonly isScoreAwaited: boolean
}

export type RepairState =
  /** CloudCard was asked, or its bot is at work: the photo cannot be decided. */
  | { kind: 'working' }
  /** The new picture is there. `isLetGo`: the bot has not finished in the time that it was waited for. */
  | { kind: 'done'; isLetGo: boolean }
  /** The person goes on with the new picture. */
  | { kind: 'kept' }
  | { kind: 'failed'; failure: RepairFailure }

export type RepairFailure =
  /** Somebody else has changed the photo: CloudCard was not asked, or has refused for that. */
  | { kind: 'changed'; now: Photo }
  /** The bot was at work on it already. */
  | { kind: 'busy' }
  | { kind: 'refused'; error: unknown }
  /** The photo is as it was, though CloudCard has said yes, or nothing. */
  | { kind: 'not-done'; isAnswered: boolean }
  /** Its new photo has this number, and cannot be read. */
  | { kind: 'unreadable'; id: number; error: unknown }
  /** A new photo has taken its place, and nobody says which. */
  | { kind: 'lost' }
  /** It was looked for in vain. */
  | { kind: 'unknown' }

/** What CloudCard was asked for before a reload: `was` is the number that the photo had then, with its version, `id` the one by now. */
export type UnfinishedRepair = { was: number; id: number; process: Process; version: number | null }

/** What a repairer does through others, and whom it tells of what. */
export type RepairerOptions = {
  clock: Clock
  repairs: Store<ReadonlyMap<number, Repair>>
  /** Reject with an ApiError. */
  read: (id: number) => Promise<Photo>
  ask: (id: number, process: Process) => Promise<number | null>
  /** The number of the newest photo of the same person, where CloudCard tells it. */
  findNewest: (photo: Photo) => Promise<number | null>
  /** Resolves while somebody can see the page. */
  whenSeen: (signal: AbortSignal) => Promise<void>
  /** Whether the photo has no decision that is under way. */
  isFree: (id: number) => boolean
  /** Another photo has taken the place of `was`, or the same one is another by now. */
  onPhoto: (was: number, photo: Photo) => void
  /** By that a photo has left a status; `to` is the one that it has now. */
  onMove: (id: number, from: string, to: string) => void
  /** Another photo has taken its place, and could not be read. */
  onNumber: (was: number, id: number) => void
  onRefused: (process: Process) => void
  /** It is done, or has failed. */
  onEnd: (id: number, repair: Repair) => void
  /** It was under way before a reload, and the photo that it was asked for cannot be read any more. */
  onLeft: (unfinished: UnfinishedRepair) => void
}

/** What is known of a repair that CloudCard was asked for, when the photo was looked at. */
export type Asked = {
  seen: Photo
  /** The photo that is looked at: the one that CloudCard has named, else the one that was asked for. */
  target: number
  isAnswered: boolean
  /** How often that one was looked at. */
  looks: number
  /** It was waited for long enough. */
  isOverdue: boolean
}

type Finding =
  | { kind: 'again' }
  /** This is the photo now, under whichever number. */
  | { kind: 'photo'; photo: Photo; isWorking: boolean }
  /** It was replaced by one that nobody has named. */
  | { kind: 'search' }
  /** The number that was named leads nowhere. */
  | { kind: 'wrong-number' }
  | { kind: 'over'; failure: RepairFailure }

/** So often a photo is looked at that is as it was, or whose number is not known. */
const mostLooks = 4

/** @param answer the photo, or the error in its place */
export function findingOf(asked: Asked, answer: { photo: Photo } | { error: unknown }): Finding {
  const { seen, target, isAnswered, looks, isOverdue } = asked
  const isNamed = target !== seen.id
  if ('error' in answer) {
    const { error } = answer
    const kind = isApiError(error) ? error.kind : null
    const isGone = kind === 'not-found'
    // A photo that was discarded may be one that nobody can read any more.
    if ((isGone || kind === 'forbidden') && !isNamed) return { kind: 'search' }
    if (isGone && looks >= mostLooks) return { kind: 'wrong-number' }
    if (
      isNamed &&
      looks >= mostLooks &&
      (kind === 'forbidden' || kind === 'refused' || kind === 'unreadable')
    )
      return { kind: 'over', failure: { kind: 'unreadable', id: target, error } }
    return isOverdue ? { kind: 'over', failure: { kind: 'unknown' } } : { kind: 'again' }
  }
  const { photo } = answer
  // Whatever the answer was about, it is not the photo of somebody else.
  if (isNamed && !isOfSamePerson(photo, seen)) return { kind: 'wrong-number' }
  if (isNamed) return { kind: 'photo', photo, isWorking: photo.isBotWorking }
  if (photo.status === 'DISCARDED') return { kind: 'search' }
  if (photo.status !== seen.status) return { kind: 'over', failure: { kind: 'changed', now: photo } }
  if (placeOf(photo.picture) !== placeOf(seen.picture))
    return { kind: 'photo', photo, isWorking: photo.isBotWorking }
  if (isOverdue && photo.isBotWorking) return { kind: 'photo', photo, isWorking: true }
  if (photo.isBotWorking || (looks < mostLooks && !isOverdue)) return { kind: 'again' }
  return { kind: 'over', failure: { kind: 'not-done', isAnswered } }
}

function isOfSamePerson({ cardholder: a }: Photo, { cardholder: b }: Photo): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id
  return a.email === b.email && a.identifier === b.identifier
}

/** Whether nobody has changed it since. */
export const isAsSeen = (now: Photo, seen: Photo): boolean =>
  now.status === seen.status && now.version === seen.version

/** Whether CloudCard has said no, so that nothing was done; else nobody knows. */
export function isRefusal(error: unknown): boolean {
  if (!isApiError(error)) return true
  // What was never sent has no status.
  if (error.kind === 'signed-out') return error.status === null
  return ['forbidden', 'not-found', 'conflict', 'refused', 'rate-limited'].includes(error.kind)
}
