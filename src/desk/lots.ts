import type { Decision } from './verdicts/verdicts'
import type { Batch, Failure } from './batch'
import type { Decisions } from './decided'
import type { HeldDecision, Outcome } from './held-decision'

/** A batch that is not over, and how its sending goes. */
export type Lot = {
  batch: Batch
  /** Those that are open, in the order in which they are sent. */
  readonly photos: Set<number>
  readonly underWay: Set<Promise<void>>
  unansweredInARow: number
  /** Nothing of it is sent before. */
  blockedUntil: number
}

export type LotsOptions = {
  /** Is written here, and read by whoever shows it. */
  decisions: Decisions
  onChange: () => void
  /** What became of a photo. One that was refused may stay until somebody has taken note of it. */
  onEnd: (decision: HeldDecision, outcome: Outcome) => void
}

export type Lots = ReturnType<typeof createLots>

/** What is known of each photo and each batch, and the only place where it is written. */
export function createLots({ decisions, onChange, onEnd }: LotsOptions) {
  const { open, failures } = decisions
  const lots = new Map<number, Lot>()
  /** Photos that may have been decided so without our knowing: they are looked at before anything is sent again. */
  const uncertain = new Map<number, Decision['status']>()

  function find({ key, photo }: HeldDecision): HeldDecision | undefined {
    const known = open.get(photo.id)
    return known?.key === key ? known : undefined
  }

  function change(held: HeldDecision, patch: Partial<HeldDecision>): HeldDecision | undefined {
    const known = find(held)
    if (!known) return undefined
    const changed = { ...known, ...patch }
    open.set(held.photo.id, changed)
    onChange()
    return changed
  }

  function put(lot: Lot, patch: Partial<Batch>) {
    const isShown = decisions.together?.key === lot.batch.key
    lot.batch = { ...lot.batch, ...patch }
    if (!isShown) return
    decisions.together = lot.batch
    onChange()
  }

  function tell(known: HeldDecision, outcome: Outcome) {
    const lot = lots.get(known.batch)
    if (lot) lot.unansweredInARow = 0
    uncertain.delete(known.photo.id)
    onEnd(known, outcome)
  }

  /** A decision is over. @param counted of many, as what it counts */
  function close(held: HeldDecision, counted: 'sent' | 'failed' | 'unsent', outcome?: Outcome) {
    const known = find(held)
    if (!known) return
    const lot = lots.get(known.batch)
    open.delete(known.photo.id)
    lot?.photos.delete(known.photo.id)
    if (lot && !known.policy.standsAlone) put(lot, { [counted]: lot.batch[counted] + 1 })
    else onChange()
    if (outcome) tell(known, outcome)
  }

  function fail(known: HeldDecision, failure: Failure, outcome?: Outcome) {
    failures.set(known.photo.id, failure)
    if (failure.kind === 'unanswered') uncertain.set(known.photo.id, known.decision.status)
    close(known, 'failed', outcome)
  }

  /** What may have arrived is told apart from what was never sent. */
  function leaveOut(known: HeldDecision) {
    const { state, isUncertain } = known
    const error = state.kind === 'waiting' ? state.error : null
    if (isUncertain) fail(known, { kind: 'unanswered', error })
    else close(known, 'unsent')
  }

  function hold(lot: Lot, state: Extract<Batch['state'], { kind: 'held' | 'asking' }>) {
    put(lot, { state })
    if (lot.batch.policy.standsAlone) for (const held of heldOf(lot)) change(held, { state })
  }

  const heldOf = (lot: Lot): HeldDecision[] => [...lot.photos].flatMap((id) => open.get(id) ?? [])

  function begin(lot: Lot) {
    lot.unansweredInARow = 0
    lot.blockedUntil = 0
    put(lot, { state: { kind: 'sending' } })
  }

  /** Without waiting any longer. */
  function hurry(lot: Lot) {
    lot.blockedUntil = 0
    for (const held of heldOf(lot)) {
      if (held.state.kind === 'waiting') change(held, { state: { ...held.state, retryAt: 0 } })
    }
  }

  function clear() {
    const wasAny = open.size > 0 || failures.size > 0 || decisions.together !== null
    for (const each of [lots, uncertain, open, failures]) each.clear()
    decisions.together = null
    if (wasAny) onChange()
  }

  return {
    lots,
    uncertain,
    find,
    change,
    put,
    tell,
    close,
    fail,
    leaveOut,
    hold,
    heldOf,
    begin,
    hurry,
    clear,
  }
}
