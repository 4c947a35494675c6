import type { Photo } from '../../cloudcard/photo'
import { policies, type Policy } from './decision-policy'
import { createEntries, type LedgerOptions } from './entries'
import { canApplyAnyway, canLeave, canUndo, isHeld, isUnderWay } from './held-decision'
import type { Batch, HeldDecision } from './held-decision'
import { createSending } from './sending'
import type { Decision } from '../verdicts/verdicts'

/** What was taken back: of one photo its decision, of many their batch. */
export type Undone = HeldDecision | Batch

export type Ledger = ReturnType<typeof createLedger>

const mostAtLeaving = 20
const nothingSent = { sent: 0, failed: 0, unsent: 0, unansweredInARow: 0, blockedUntil: 0 }

/**
 * Holds decisions on one photo or many, sends them, and sees each of them through: a photo gets the decision that was not taken
 * back, once. One decision a photo, one request a photo at a time. Knows no screen and no network; docs/deciding.md says
 * why it is safe.
 */
export function createLedger(options: LedgerOptions) {
  const { clock, holdMs, isBlocked, read, decisions, onChange } = options
  const { open, failures } = decisions
  const entries = createEntries(options)
  const { batches, uncertain, change, close, heldOf, begin, hurry } = entries
  const sending = createSending(options, entries)
  const { isSuspended, advance, stop } = sending

  const isTaken = (photo: Photo) =>
    isBlocked(photo) || (open.get(photo.id)?.state.kind ?? 'refused') !== 'refused'
  const single = (key: number) =>
    [...open.values()].find((each) => each.key === key && each.policy.standsAlone)

  /** Passes over photos that have that status, or a decision that is not over. */
  function take(photos: Iterable<Photo>, decision: Decision, address: string, policy: Policy): Batch | null {
    const each = new Map([...photos].map((photo) => [photo.id, photo])).values()
    const free = [...each].filter((photo) => photo.status !== decision.status && !isTaken(photo))
    if (isSuspended() || free.length === 0) return null
    const [decidedAt, holdFor, key] = [clock.now(), holdMs(), decisions.newest + 1]
    const state = { kind: 'held', endsAt: decidedAt + holdFor } as const
    const decided = { key, policy, decision, decidedAt, address }
    const batch: Batch = {
      ...decided,
      state,
      total: free.length,
      photos: new Set(free.map(({ id }) => id)),
      underWay: new Set(),
      ...nothingSent,
    }
    for (const photo of free) {
      // What was refused makes room.
      const refused = open.get(photo.id)
      if (refused) close(refused, 'failed')
      failures.delete(photo.id)
      open.set(photo.id, {
        ...decided,
        photo,
        state: policy.standsAlone ? state : { kind: 'queued' },
        version: photo.version ?? undefined,
        seenStatus: photo.status,
        isUncertain: uncertain.get(photo.id) === decision.status,
        looks: null,
        isUndoWished: false,
        tries: 0,
      })
    }
    batches.set(key, batch)
    decisions.newest = key
    if (!policy.standsAlone) decisions.together = batch
    onChange()
    if (holdFor === 0) begin(batch)
    else if (policy.learnsVersion) for (const held of heldOf(batch)) void learnVersion(held)
    advance()
    return batch
  }

  /** While it is held: else it would have to be read before it can be sent. */
  async function learnVersion(unknown: HeldDecision): Promise<void> {
    if (unknown.version !== undefined) return
    const photo = await read(unknown.photo.id).catch(() => null)
    const now = open.get(unknown.photo.id)
    if (photo && now?.key === unknown.key && now.state.kind === 'held' && photo.status === now.seenStatus) {
      change(now, { version: photo.version })
    }
  }

  function undoable(batch: Batch): Undone | null {
    if (!batch.policy.isUndoneAlone) return isHeld(batch) ? batch : null
    const held = single(batch.key)
    return held && canUndo(held) ? held : null
  }

  function undoOne(batch: Batch, undone: HeldDecision) {
    if (!undone.isUncertain) return close(undone, 'unsent', { kind: 'undone' })
    change(undone, { isUndoWished: true })
    hurry(batch)
    begin(batch)
  }

  /** Nothing of it was sent: it is as if it had never been decided. */
  function undoAll(batch: Batch) {
    for (const id of batch.photos) open.delete(id)
    batches.delete(batch.key)
    decisions.together = null
    onChange()
  }

  return {
    /** null where it is passed over: what is not over has to be taken back first. */
    decide(photo: Photo, decision: Decision, address: string): HeldDecision | null {
      const batch = take([photo], decision, address, policies.one)
      return batch && (open.get(photo.id) ?? null)
    },
    /** null where none is left, or others are being decided together. */
    decideTogether(photos: Iterable<Photo>, decision: Decision, address: string): Batch | null {
      if (decisions.together && isUnderWay(decisions.together)) return null
      return take(photos, decision, address, policies.many)
    },
    /** Takes back the newest that can be, or that of a key; null where it is too late. */
    undo(key?: number): Undone | null {
      const able = [...batches.values()].filter((batch) => key === undefined || batch.key === key)
      const batch = able.findLast((each) => undoable(each) !== null)
      const undone = batch && undoable(batch)
      if (!batch || !undone) return null
      if ('photo' in undone) undoOne(batch, undone)
      else undoAll(batch)
      advance()
      return undone
    },
    /** One that was asked about, or is not to be held or to wait any longer. */
    sendNow(key: number) {
      const batch = batches.get(key)
      if (isSuspended() || !batch) return
      hurry(batch)
      if (isHeld(batch)) begin(batch)
      advance()
    },
    /** In spite of somebody else's change, on top of it; not where that is the same decision. */
    applyAnyway(key: number) {
      const [batch, conflict] = [batches.get(key), single(key)]
      if (isSuspended() || !batch || !conflict || !canApplyAnyway(conflict)) return
      const { version, status } = conflict.state.now
      const asSeen = { version, seenStatus: status, isUncertain: false, looks: null }
      change(conflict, { ...asSeen, state: { kind: 'queued' } })
      hurry(batch)
      advance()
    },
    /** What of a batch was not sent stays undecided. */
    stop(key: number) {
      const batch = batches.get(key)
      if (batch) stop(batch)
    },
    /** CloudCard has said yes to one that is over, and has not made it: that stays until somebody has taken note of it. */
    doubt(over: HeldDecision, error: unknown) {
      if (open.has(over.photo.id)) return
      open.set(over.photo.id, { ...over, state: { kind: 'refused', error } })
      onChange()
    },
    /** Leaves somebody else's change as it is, or takes note of how a decision ended. */
    dismiss(key: number) {
      const [held, { together }] = [single(key), decisions]
      if (held?.state.kind === 'conflict') close(held, 'failed', { kind: 'left', now: held.state.now })
      if (held?.state.kind === 'refused') close(held, 'failed')
      if (together?.key === key && !isUnderWay(together)) {
        decisions.together = null
        onChange()
      }
      advance()
    },
    /** Sends what goes out at leaving; resolves when each of them was answered or could not be sent. */
    async flush() {
      const due = [...batches.values()].filter(({ policy }) => policy.isSentAtLeaving)
      for (const batch of due) {
        hurry(batch)
        sending.endHold(batch)
      }
      advance()
      await Promise.all(due.flatMap(({ underWay }) => [...underWay]))
    },
    /** The page goes away: what is held goes out, as many as browsers let through. */
    leave() {
      const leaving = [...batches.values()].filter(({ policy }) => policy.isSentAtLeaving)
      for (const batch of batches.values()) if (!leaving.includes(batch)) stop(batch)
      if (isSuspended()) return
      const due = leaving.flatMap((batch) => heldOf(batch).map((held) => ({ batch, held })))
      for (const { batch, held } of due.filter(({ held }) => canLeave(held)).slice(0, mostAtLeaving)) {
        begin(batch)
        sending.send(batch, held, true)
      }
    },
    ...sending.controls,
  }
}
