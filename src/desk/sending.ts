import type { Clock } from '../base/clock'
import { isAboutAll } from './batch'
import type { Decisions } from './decided'
import { createSender, type SenderOptions } from './decision-sender'
import type { HeldDecision } from './held-decision'
import type { Lot, Lots } from './lots'

export type SendingOptions = Pick<SenderOptions, 'update' | 'read'> & { clock: Clock; decisions: Decisions }

const overdueMs = 60_000
const longestTimerMs = 60_000
/** A shorter wait is not worth telling. */
const longWaitMs = 5_000
/** After so many tries in a row without an answer all others of a batch wait as well. */
const waitAfter = 3
const never = Number.POSITIVE_INFINITY

/** Keeps the time of all batches, and sends what is due of them, each photo until it is over: sent, failed, or not sent at all. */
export function createSending({ clock, decisions: { open }, ...calls }: SendingOptions, entries: Lots) {
  const { lots, find, change, put, tell, close, fail, leaveOut, hold, heldOf, begin, hurry } = entries
  /** Since when the time stands still. */
  let pausedAt: number | null = null
  let isSuspended = false
  let stopTimer = () => {}
  const trySending = createSender({
    ...calls,
    now: clock.now,
    change,
    end: (held, outcome) => close(held, 'sent', outcome),
  })

  /** Where the time was over long ago, as on a computer that has slept, it is asked about. */
  function letGo(lot: Lot) {
    const { state } = lot.batch
    if (state.kind !== 'held') return
    if (pausedAt === null && clock.now() - state.endsAt > overdueMs) hold(lot, { kind: 'asking' })
    else begin(lot)
  }

  /** @param isLeaving the page goes away: nothing can be read first */
  function send(lot: Lot, held: HeldDecision, isLeaving: boolean) {
    const trying = tryOnce(lot, held, isLeaving)
    lot.underWay.add(trying)
    void trying.finally(() => {
      lot.underWay.delete(trying)
      advance()
    })
  }

  async function tryOnce(lot: Lot, held: HeldDecision, isLeaving: boolean) {
    await trySending(held, isLeaving)
    const known = find(held)
    if (known) takeUp(lot, known)
  }

  /** One try is over, and the decision is not. */
  function takeUp(lot: Lot, known: HeldDecision) {
    const { state, tries } = known
    const { policy } = lot.batch
    if (state.kind === 'refused' && policy.asks) tell(known, state)
    else if (state.kind === 'refused') fail(known, state, state)
    else if (state.kind === 'conflict' && !policy.asks) fail(known, state, { kind: 'left', now: state.now })
    if (state.kind !== 'waiting') return
    lot.unansweredInARow++
    if (lot.batch.state.kind !== 'sending') return leaveOut(known)
    if (lot.unansweredInARow >= policy.giveUpAfter) {
      leaveOut(known)
      return stop(lot, state.error)
    }
    const isOfAll = isAboutAll(state.error) || lot.unansweredInARow >= waitAfter
    if (isOfAll) lot.blockedUntil = Math.max(lot.blockedUntil, state.retryAt)
    else if (tries >= policy.mostTries) leaveOut(known)
  }

  /** What is under way is seen through; the rest stays undecided. */
  function stop(lot: Lot, error: unknown = null) {
    if (lot.batch.state.kind === 'stopped') return
    put(lot, { state: { kind: 'stopped', error } })
    for (const held of heldOf(lot)) if (held.state.kind !== 'sending') leaveOut(held)
    advance()
  }

  function readyAt({ blockedUntil }: Lot, { state }: HeldDecision): number {
    if (state.kind === 'waiting') return Math.max(blockedUntil, state.retryAt)
    return state.kind === 'queued' || state.kind === 'held' || state.kind === 'asking' ? blockedUntil : never
  }

  /** Sends what is due, and is called again when more is. */
  function advance() {
    stopTimer()
    const due = Math.min(...[...lots.values()].map(advanceOne))
    const wait = Math.min(longestTimerMs, Math.max(0, due - clock.now()))
    stopTimer = due === never ? () => {} : clock.setTimer(advance, wait)
  }

  /** @returns when more of it is due */
  function advanceOne(lot: Lot): number {
    const now = clock.now()
    const { key, policy, state } = lot.batch
    if (state.kind === 'held' && pausedAt === null) {
      if (state.endsAt > now) return state.endsAt
      letGo(lot)
    }
    if (lot.photos.size === 0) {
      lots.delete(key)
      if (state.kind === 'sending') put(lot, { state: { kind: 'done' } })
      return never
    }
    if (lot.batch.state.kind !== 'sending' || isSuspended) return never
    let due = never
    for (const id of lot.photos) {
      if (lot.underWay.size >= policy.atOnce) break
      const held = open.get(id)
      if (!held) continue
      const at = readyAt(lot, held)
      if (at <= now) send(lot, held, false)
      else due = Math.min(due, at)
    }
    if (lot.underWay.size > 0) showWait(lot, undefined)
    else if (due !== never && due - now > longWaitMs) showWait(lot, { until: due, error: firstError(lot) })
    return lot.underWay.size >= policy.atOnce ? never : due
  }

  function showWait(lot: Lot, wait: { until: number; error: unknown } | undefined) {
    const { state } = lot.batch
    if (state.kind === 'sending' && state.wait?.until !== wait?.until) {
      put(lot, { state: { kind: 'sending', wait } })
    }
  }

  function firstError(lot: Lot): unknown {
    for (const { state } of heldOf(lot)) if (state.kind === 'waiting') return state.error
    return null
  }

  function pause() {
    pausedAt ??= clock.now()
    advance()
  }

  function goOn() {
    if (pausedAt === null || isSuspended) return
    const [from, now] = [pausedAt, clock.now()]
    pausedAt = null
    for (const lot of lots.values()) {
      const { state, decidedAt } = lot.batch
      if (state.kind !== 'held') continue
      hold(lot, { kind: 'held', endsAt: state.endsAt + now - Math.max(from, decidedAt) })
    }
    advance()
  }

  function retry() {
    if (isSuspended) return
    for (const lot of lots.values()) hurry(lot)
    advance()
  }

  return {
    letGo,
    send,
    stop,
    advance,
    pause,
    goOn,
    retry,
    isSuspended: () => isSuspended,
    suspend() {
      isSuspended = true
      pause()
    },
    resume() {
      if (!isSuspended) return
      isSuspended = false
      goOn()
      retry()
    },
    clear() {
      stopTimer()
      pausedAt = null
      isSuspended = false
      entries.clear()
    },
  }
}
