import type { Photo } from '../cloudcard/photo'
import type { Decision } from './verdicts/verdicts'
import { decidableTogether, isHeld, isUnderWay, type Batch } from './batch'
import { policies, type Policy } from './decision-policy'
import { canApplyAnyway, canLeave, canUndo, type HeldDecision } from './held-decision'
import { createLots, type Lot, type LotsOptions } from './lots'
import { createSending, type SendingOptions } from './sending'

export type LedgerOptions = LotsOptions &
  SendingOptions & {
    /** How long a decision is held, in ms. */
    holdMs: () => number
  }

/** What was taken back: of one photo its decision, of many their batch. */
export type Undone = HeldDecision | Batch

export type Ledger = {
  /** null where the photo has that status, or a decision that is not over: it has to be taken back first. */
  decide: (photo: Photo, decision: Decision, address: string) => HeldDecision | null
  /** Passes over such photos; null where none is left, or others are being decided together. */
  decideTogether: (photos: Iterable<Photo>, decision: Decision, address: string) => Batch | null
  /** Takes back the newest that can be, or that of a key; null where it is too late. */
  undo: (key?: number) => Undone | null
  /** One that was asked about, or is not to be held or to wait any longer. */
  sendNow: (key: number) => void
  /** In spite of somebody else's change, on top of it; not where that is the same decision. */
  applyAnyway: (key: number) => void
  /** What of a batch was not sent stays undecided. */
  stop: (key: number) => void
  /** CloudCard has said yes to one that is over, and has not made it: that stays until somebody has taken note of it. */
  doubt: (over: HeldDecision, error: unknown) => void
  /** Leaves somebody else's change as it is, or takes note of how a decision ended. */
  dismiss: (key: number) => void
  /** The time stands still, as long as somebody looks at what is held. */
  pause: () => void
  goOn: () => void
  /** The network is back. */
  retry: () => void
  /** Sends what goes out at leaving; resolves when each of them was answered or could not be sent. */
  flush: () => Promise<void>
  /** The page goes away: what is held goes out, as many as browsers let through. */
  leave: () => void
  /** Nobody is signed in: what is not over is kept as it is until somebody is. */
  suspend: () => void
  resume: () => void
  /** Nothing more is sent, nothing remembered. */
  clear: () => void
}

const mostAtLeaving = 20

/**
 * Holds decisions on one photo or many, sends them, and sees each of them through: a photo gets the decision that was not taken
 * back, once. One decision a photo, one request a photo at a time. Knows no screen and no network; docs/deciding.md says
 * why it is safe.
 */
export function createLedger(options: LedgerOptions): Ledger {
  const { clock, holdMs, read, decisions, onChange } = options
  const { open, failures } = decisions
  let lastKey = 0
  const entries = createLots(options)
  const { lots, uncertain, change, close, begin, hurry } = entries
  const sending = createSending(options, entries)
  const { isSuspended, advance } = sending

  const isTaken = (photoId: number) => (open.get(photoId)?.state.kind ?? 'refused') !== 'refused'
  const single = (key: number) => [...open.values()].find((each) => each.batch === key && each.key === key)
  const heldAlone = () =>
    [...lots.values()].flatMap((lot) => {
      const held = single(lot.batch.key)
      return held ? [{ lot, held }] : []
    })

  function take(photos: readonly Photo[], decision: Decision, address: string, policy: Policy): Batch | null {
    const free = photos.filter(({ id }) => !isTaken(id))
    if (isSuspended() || free.length === 0) return null
    const [decidedAt, holdFor, key] = [clock.now(), holdMs(), ++lastKey]
    const state = { kind: 'held', endsAt: decidedAt + holdFor } as const
    const counts = { total: free.length, sent: 0, failed: 0, unsent: 0 }
    const batch = { key, policy, decision, decidedAt, address, state, ...counts }
    const lot: Lot = {
      batch,
      photos: new Set(free.map(({ id }) => id)),
      underWay: new Set(),
      unansweredInARow: 0,
      blockedUntil: 0,
    }
    for (const photo of free) {
      // What was refused makes room.
      const refused = open.get(photo.id)
      if (refused) close(refused, 'failed')
      failures.delete(photo.id)
      open.set(photo.id, {
        key: policy.standsAlone ? key : ++lastKey,
        batch: key,
        policy,
        photo,
        decision,
        address,
        decidedAt,
        state: policy.standsAlone ? state : { kind: 'queued' },
        version: photo.version ?? undefined,
        seenStatus: photo.status,
        isUncertain: uncertain.get(photo.id) === decision.status,
        looks: null,
        isUndoWished: false,
        tries: 0,
      })
    }
    lots.set(key, lot)
    decisions.newest = key
    if (!policy.standsAlone) decisions.together = batch
    onChange()
    if (holdFor === 0) begin(lot)
    else if (policy.learnsVersion) for (const { id } of free) void learnVersion(open.get(id))
    advance()
    return batch
  }

  /** While it is held: else it would have to be read before it can be sent. */
  async function learnVersion(unknown: HeldDecision | undefined): Promise<void> {
    if (!unknown || unknown.version !== undefined) return
    const photo = await read(unknown.photo.id).catch(() => null)
    const now = open.get(unknown.photo.id)
    if (photo && now?.key === unknown.key && now.state.kind === 'held' && photo.status === now.seenStatus) {
      change(now, { version: photo.version })
    }
  }

  function undoable({ batch }: Lot): Undone | null {
    if (!batch.policy.isUndoneAlone) return isHeld(batch) ? batch : null
    const held = single(batch.key)
    return held && canUndo(held) ? held : null
  }

  function undoOne(lot: Lot, undone: HeldDecision) {
    if (!undone.isUncertain) return close(undone, 'unsent', { kind: 'undone' })
    change(undone, { isUndoWished: true })
    hurry(lot)
    begin(lot)
  }

  /** Nothing of it was sent: it is as if it had never been decided. */
  function undoAll(lot: Lot) {
    for (const id of lot.photos) open.delete(id)
    lots.delete(lot.batch.key)
    decisions.together = null
    onChange()
  }

  return {
    decide(photo, decision, address) {
      const batch = take(decidableTogether([photo], decision), decision, address, policies.one)
      return batch && (open.get(photo.id) ?? null)
    },
    decideTogether(photos, decision, address) {
      if (decisions.together && isUnderWay(decisions.together)) return null
      return take(decidableTogether(photos, decision), decision, address, policies.many)
    },
    undo(key) {
      const able = [...lots.values()].filter((lot) => key === undefined || lot.batch.key === key)
      const lot = able.findLast((each) => undoable(each) !== null)
      const undone = lot && undoable(lot)
      if (!lot || !undone) return null
      if ('photo' in undone) undoOne(lot, undone)
      else undoAll(lot)
      advance()
      return undone
    },
    sendNow(key) {
      const lot = lots.get(key)
      if (isSuspended() || !lot) return
      hurry(lot)
      if (isHeld(lot.batch)) begin(lot)
      advance()
    },
    applyAnyway(key) {
      const [lot, conflict] = [lots.get(key), single(key)]
      if (isSuspended() || !lot || !conflict || !canApplyAnyway(conflict)) return
      const { version, status } = conflict.state.now
      const asSeen = { version, seenStatus: status, isUncertain: false, looks: null }
      change(conflict, { ...asSeen, state: { kind: 'queued' } })
      hurry(lot)
      advance()
    },
    stop(key) {
      const lot = lots.get(key)
      if (lot) sending.stop(lot)
    },
    doubt(over, error) {
      if (open.has(over.photo.id)) return
      open.set(over.photo.id, { ...over, state: { kind: 'refused', error } })
      onChange()
    },
    dismiss(key) {
      const [held, { together }] = [single(key), decisions]
      if (held?.state.kind === 'conflict') close(held, 'failed', { kind: 'left', now: held.state.now })
      if (held?.state.kind === 'refused') close(held, 'failed')
      if (together?.key === key && !isUnderWay(together)) {
        decisions.together = null
        onChange()
      }
      advance()
    },
    async flush() {
      const due = [...lots.values()].filter(({ batch }) => batch.policy.isSentAtLeaving)
      for (const lot of due) {
        hurry(lot)
        sending.letGo(lot)
      }
      advance()
      await Promise.all(due.flatMap(({ underWay }) => [...underWay]))
    },
    leave() {
      for (const lot of lots.values()) if (!lot.batch.policy.isSentAtLeaving) sending.stop(lot)
      if (isSuspended()) return
      const due = heldAlone().filter(({ held }) => canLeave(held))
      for (const { lot, held } of due.slice(0, mostAtLeaving)) {
        begin(lot)
        sending.send(lot, held, true)
      }
    },
    pause: sending.pause,
    goOn: sending.goOn,
    retry: sending.retry,
    suspend: sending.suspend,
    resume: sending.resume,
    clear: sending.clear,
  }
}
