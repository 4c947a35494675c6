import type { Clock } from '../../base/clock'
import { createSender, type SenderOptions } from '../decision-sender'
import type { HeldDecision, Outcome } from '../held-decision'
import { isAboutAll, type Failure } from './bulk'

export type BulkSendingOptions = Pick<SenderOptions, 'update' | 'read'> & {
  clock: Clock
  onSent: (decision: HeldDecision, outcome: Outcome) => void
  /** `outcome` null: nobody knows it. */
  onFailed: (decision: HeldDecision, failure: Failure, outcome: Outcome | null) => void
  onUnsent: (decision: HeldDecision) => void
  /** Whenever anything about those that are open has changed. */
  onChange: () => void
  /** All of them wait until then; null when something is sent again. */
  onWait: (wait: { until: number; error: unknown } | null) => void
  /** Nothing arrives any more. */
  onGivenUp: (error: unknown) => void
  /** Nothing is left to be sent. */
  onDone: () => void
}

const atOnce = 3
const longestTimerMs = 60_000
/** A shorter wait is not worth telling. */
const longWaitMs = 5_000
/** So often a photo is tried before it is left alone. */
const mostTries = 4
/** After so many tries in a row without an answer all others wait as well, and after so many nothing more is tried. */
const [waitAfter, giveUpAfter] = [3, 15]
const never = Number.POSITIVE_INFINITY

/** Sends many decisions, a few at a time, and sees each of them through until it is over: sent, failed, or not sent at all. */
export function createBulkSending(options: BulkSendingOptions) {
  const { clock, onSent, onFailed, onUnsent, onChange, onWait, onGivenUp, onDone } = options
  /** Those that are not over, by photo; in the order in which they are sent. */
  const open = new Map<number, HeldDecision>()
  const photoOf = new Map<number, number>()
  let queue: number[] = []
  let isOn = false
  let underWay = 0
  let unansweredInARow = 0
  let blockedUntil = 0
  let stopTimer = () => {}

  const find = (key: number) => open.get(photoOf.get(key) ?? -1)
  const { send } = createSender({
    ...options,
    now: clock.now,
    find,
    change(key, patch) {
      const known = find(key)
      if (!known) return undefined
      const changed = { ...known, ...patch }
      open.set(changed.photo.id, changed)
      onChange()
      return changed
    },
    end(key, outcome) {
      const known = find(key)
      if (!known) return
      forget(known)
      unansweredInARow = 0
      onSent(known, outcome)
    },
    onRefused: (refused, error) => fail(refused, { kind: 'refused', error }, { kind: 'refused', error }),
  })

  function forget({ key, photo }: HeldDecision) {
    open.delete(photo.id)
    photoOf.delete(key)
  }

  function fail(known: HeldDecision, failure: Failure, outcome: Outcome | null) {
    forget(known)
    if (failure.kind !== 'unanswered') unansweredInARow = 0
    onFailed(known, failure, outcome)
  }

  /** What may have arrived is told apart from what was never sent. */
  function leaveOut(known: HeldDecision) {
    const { state, isUncertain } = known
    const error = state.kind === 'waiting' ? state.error : null
    if (isUncertain) return fail(known, { kind: 'unanswered', error }, null)
    forget(known)
    onUnsent(known)
  }

  async function sendOne(key: number) {
    underWay++
    await send(key)
    underWay--
    const known = find(key)
    if (known) takeUp(known)
    pump()
  }

  /** One try is over, and it is not known to have arrived. */
  function takeUp(known: HeldDecision) {
    const { state, tries } = known
    if (state.kind === 'conflict') {
      return fail(known, { kind: 'conflict', now: state.now }, { kind: 'left', now: state.now })
    }
    if (state.kind !== 'waiting') return
    const { error, retryAt } = state
    unansweredInARow++
    if (!isOn) return leaveOut(known)
    if (unansweredInARow >= giveUpAfter) {
      leaveOut(known)
      return onGivenUp(error)
    }
    const isOfAll = isAboutAll(error) || unansweredInARow >= waitAfter
    if (isOfAll) blockedUntil = Math.max(blockedUntil, retryAt)
    else if (tries >= mostTries) return leaveOut(known)
    queue.unshift(known.key)
  }

  function dueAt(key: number): number {
    const state = find(key)?.state
    return Math.max(blockedUntil, state?.kind === 'waiting' ? state.retryAt : 0)
  }

  function pump() {
    stopTimer()
    if (!isOn) return
    const now = clock.now()
    while (underWay < atOnce) {
      const place = queue.findIndex((key) => dueAt(key) <= now)
      const [key] = place < 0 ? [] : queue.splice(place, 1)
      if (key === undefined) break
      void sendOne(key)
    }
    if (queue.length === 0 && underWay === 0) {
      isOn = false
      return onDone()
    }
    if (underWay > 0) onWait(null)
    if (queue.length === 0 || underWay >= atOnce) return
    const due = queue.reduce((soonest, key) => Math.min(soonest, dueAt(key)), never)
    stopTimer = clock.setTimer(pump, Math.min(longestTimerMs, Math.max(0, due - now)))
    if (underWay === 0 && due - now > longWaitMs) onWait({ until: due, error: firstError() })
  }

  function firstError(): unknown {
    for (const { state } of open.values()) if (state.kind === 'waiting') return state.error
    return null
  }

  return {
    put(decision: HeldDecision) {
      open.set(decision.photo.id, decision)
      photoOf.set(decision.key, decision.photo.id)
      queue.push(decision.key)
    },
    begin() {
      isOn = true
      unansweredInARow = 0
      blockedUntil = 0
      pump()
    },
    /** What is under way is seen through; the rest is left out. */
    stop() {
      isOn = false
      stopTimer()
      const left = queue
      queue = []
      for (const key of left) {
        const known = find(key)
        if (known) leaveOut(known)
      }
    },
    /** Without waiting any longer. */
    retry() {
      blockedUntil = 0
      for (const [photoId, known] of open) {
        const { state } = known
        if (state.kind === 'waiting') open.set(photoId, { ...known, state: { ...state, retryAt: 0 } })
      }
      pump()
    },
    clear() {
      isOn = false
      stopTimer()
      queue = []
      open.clear()
      photoOf.clear()
    },
    of: (photoId: number): HeldDecision | null => open.get(photoId) ?? null,
    all: (): Iterable<HeldDecision> => open.values(),
  }
}
