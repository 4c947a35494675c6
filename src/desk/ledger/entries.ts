import type { Clock } from '../../base/clock'
import type { Photo } from '../../cloudcard/photo'
import type { UpdatedPhoto } from '../../cloudcard/update-photo'
import type { Decisions } from './decided'
import type { Batch, Failure, HeldDecision, Hold, Outcome, PhotoNow } from './held-decision'
import type { Decision } from '../verdicts/verdicts'

export type LedgerOptions = {
  clock: Clock
  /** How long a decision is held, in ms. */
  holdMs: () => number
  /** Whether the photo cannot be decided at all, as while CloudCard makes another one of it. */
  isBlocked: (photo: Photo) => boolean
  /** Is written here, and read by whoever shows it. */
  decisions: Decisions
  /** Both reject with an ApiError. */
  update: (
    id: number,
    decision: Decision,
    version: number | null,
    isLeaving: boolean,
  ) => Promise<UpdatedPhoto>
  read: (id: number) => Promise<PhotoNow>
  onChange: () => void
  /** What became of a photo. One that was refused may stay until somebody has taken note of it. */
  onEnd: (decision: HeldDecision, outcome: Outcome) => void
}

export type Entries = ReturnType<typeof createEntries>

/** What is known of each photo and each batch, and the only place where it is written. */
export function createEntries({ decisions, onChange, onEnd }: LedgerOptions) {
  const { open, failures } = decisions
  /** Those that are not over. */
  const batches = new Map<number, Batch>()
  /** Photos that may have been decided so without our knowing: they are looked at before anything is sent again. */
  const uncertain = new Map<number, Decision['status']>()

  const entries = {
    batches,
    uncertain,
    find({ key, photo }: HeldDecision): HeldDecision | undefined {
      const known = open.get(photo.id)
      return known?.key === key ? known : undefined
    },

    change(held: HeldDecision, patch: Partial<HeldDecision>): HeldDecision | undefined {
      const known = entries.find(held)
      if (!known) return undefined
      const changed = { ...known, ...patch }
      open.set(held.photo.id, changed)
      onChange()
      return changed
    },

    put(batch: Batch, patch: Partial<Batch>) {
      Object.assign(batch, patch)
      if (decisions.together === batch) onChange()
    },

    tell(known: HeldDecision, outcome: Outcome) {
      const batch = batches.get(known.key)
      if (batch) batch.unansweredInARow = 0
      uncertain.delete(known.photo.id)
      onEnd(known, outcome)
    },

    /** A decision is over. @param counted of many, as what it counts */
    close(held: HeldDecision, counted: 'sent' | 'failed' | 'unsent', outcome?: Outcome) {
      const known = entries.find(held)
      if (!known) return
      const batch = batches.get(known.key)
      open.delete(known.photo.id)
      if (batch?.photos.delete(known.photo.id)) batch[counted]++
      onChange()
      if (outcome) entries.tell(known, outcome)
    },

    fail(known: HeldDecision, failure: Failure, outcome?: Outcome) {
      failures.set(known.photo.id, failure)
      if (failure.kind === 'unanswered') uncertain.set(known.photo.id, known.decision.status)
      entries.close(known, 'failed', outcome)
    },

    /** What may have arrived is told apart from what was never sent. */
    leaveOut(known: HeldDecision) {
      const { state, isUncertain } = known
      const error = state.kind === 'waiting' ? state.error : null
      if (isUncertain) entries.fail(known, { kind: 'unanswered', error })
      else entries.close(known, 'unsent')
    },

    hold(batch: Batch, state: Hold) {
      entries.put(batch, { state })
      if (batch.policy.standsAlone) for (const held of entries.heldOf(batch)) entries.change(held, { state })
    },

    heldOf: ({ photos }: Batch): HeldDecision[] => [...photos].flatMap((id) => open.get(id) ?? []),

    begin: (batch: Batch) =>
      entries.put(batch, { state: { kind: 'sending' }, unansweredInARow: 0, blockedUntil: 0 }),

    /** Without waiting any longer. */
    hurry(batch: Batch) {
      batch.blockedUntil = 0
      for (const held of entries.heldOf(batch)) {
        if (held.state.kind === 'waiting') entries.change(held, { state: { ...held.state, retryAt: 0 } })
      }
    },

    clear() {
      const wasAny = open.size > 0 || failures.size > 0 || decisions.together !== null
      for (const each of [batches, uncertain, open, failures]) each.clear()
      decisions.together = null
      if (wasAny) onChange()
    },
  }
  return entries
}
