import { createSender } from './decision-sender'
import type { Entries, LedgerOptions } from './entries'
import { isAboutAll, type Batch, type HeldDecision } from './held-decision'

const overdueMs = 60_000
const longestTimerMs = 60_000
/** A shorter wait is not worth telling. */
const longWaitMs = 5_000
/** After so many tries in a row without an answer all others of a batch wait as well. */
const waitAfter = 3
const never = Number.POSITIVE_INFINITY

/** Keeps the time of all batches, and sends what is due of them, each photo until it is over: sent, failed, or not sent at all. */
export function createSending(options: LedgerOptions, entries: Entries) {
  const { clock } = options
  const { open } = options.decisions
  const { batches, find, put, tell, fail, leaveOut, hold, heldOf, begin, hurry } = entries
  /** Since when the time stands still. */
  let pausedAt: number | null = null
  let isSuspended = false
  let stopTimer = () => {}
  const trySending = createSender({ ...options, ...entries })

  /** Where the time was over long ago, as on a computer that has slept, it is asked about. */
  function endHold(batch: Batch) {
    const { state } = batch
    if (state.kind !== 'held') return
    if (pausedAt === null && clock.now() - state.endsAt > overdueMs) hold(batch, { kind: 'asking' })
    else begin(batch)
  }

  /** @param isLeaving the page goes away: nothing can be read first */
  function send(batch: Batch, held: HeldDecision, isLeaving: boolean) {
    const trying = tryOnce(batch, held, isLeaving)
    batch.underWay.add(trying)
    void trying.finally(() => {
      batch.underWay.delete(trying)
      advance()
    })
  }

  async function tryOnce(batch: Batch, held: HeldDecision, isLeaving: boolean) {
    await trySending(held, isLeaving)
    const known = find(held)
    if (known) takeUp(batch, known)
  }

  /** One try is over, and the decision is not. */
  function takeUp(batch: Batch, known: HeldDecision) {
    const { state, tries } = known
    const { policy } = batch
    if (state.kind === 'refused' && policy.asks) tell(known, state)
    else if (state.kind === 'refused') fail(known, state, state)
    else if (state.kind === 'conflict' && !policy.asks) fail(known, state, { kind: 'left', now: state.now })
    if (state.kind !== 'waiting') return
    batch.unansweredInARow++
    if (batch.state.kind !== 'sending') return leaveOut(known)
    if (batch.unansweredInARow >= policy.giveUpAfter) {
      leaveOut(known)
      return stop(batch, state.error)
    }
    const isOfAll = isAboutAll(state.error) || batch.unansweredInARow >= waitAfter
    if (isOfAll) batch.blockedUntil = Math.max(batch.blockedUntil, state.retryAt)
    else if (tries >= policy.mostTries) leaveOut(known)
  }

  /** What is under way is seen through; the rest stays undecided. */
  function stop(batch: Batch, error: unknown = null) {
    if (batch.state.kind === 'stopped') return
    put(batch, { state: { kind: 'stopped', error } })
    for (const held of heldOf(batch)) if (held.state.kind !== 'sending') leaveOut(held)
    advance()
  }

  function readyAt({ blockedUntil }: Batch, { state }: HeldDecision): number {
    if (state.kind === 'waiting') return Math.max(blockedUntil, state.retryAt)
    return state.kind === 'queued' || state.kind === 'held' || state.kind === 'asking' ? blockedUntil : never
  }

  /** Sends what is due, and is called again when more is. */
  function advance() {
    stopTimer()
    const due = Math.min(...[...batches.values()].map(advanceOne))
    const wait = Math.min(longestTimerMs, Math.max(0, due - clock.now()))
    stopTimer = due === never ? () => {} : clock.setTimer(advance, wait)
  }

  /** @returns when more of it is due */
  function advanceOne(batch: Batch): number {
    const now = clock.now()
    const { key, policy, state } = batch
    if (state.kind === 'held' && pausedAt === null) {
      if (state.endsAt > now) return state.endsAt
      endHold(batch)
    }
    if (batch.photos.size === 0) {
      batches.delete(key)
      if (state.kind === 'sending') put(batch, { state: { kind: 'done' } })
      return never
    }
    if (batch.state.kind !== 'sending' || isSuspended) return never
    let due = never
    for (const id of batch.photos) {
      if (batch.underWay.size >= policy.atOnce) break
      const held = open.get(id)
      if (!held) continue
      const at = readyAt(batch, held)
      if (at <= now) send(batch, held, false)
      else due = Math.min(due, at)
    }
    if (batch.underWay.size > 0) showWait(batch, undefined)
    else if (due !== never && due - now > longWaitMs)
      showWait(batch, { until: due, error: firstError(batch) })
    return batch.underWay.size >= policy.atOnce ? never : due
  }

  function showWait(batch: Batch, wait: { until: number; error: unknown } | undefined) {
    const { state } = batch
    if (state.kind === 'sending' && state.wait?.until !== wait?.until) {
      put(batch, { state: { kind: 'sending', wait } })
    }
  }

  function firstError(batch: Batch): unknown {
    for (const { state } of heldOf(batch)) if (state.kind === 'waiting') return state.error
    return null
  }

  /** The time stands still, as long as somebody looks at what is held. */
  function pause() {
    pausedAt ??= clock.now()
    advance()
  }

  function goOn() {
    if (pausedAt === null || isSuspended) return
    const [from, now] = [pausedAt, clock.now()]
    pausedAt = null
    for (const batch of batches.values()) {
      const { state, decidedAt } = batch
      if (state.kind !== 'held') continue
      hold(batch, { kind: 'held', endsAt: state.endsAt + now - Math.max(from, decidedAt) })
    }
    advance()
  }

  /** The network is back. */
  function retry() {
    if (isSuspended) return
    for (const batch of batches.values()) hurry(batch)
    advance()
  }

  return {
    endHold,
    send,
    stop,
    advance,
    isSuspended: () => isSuspended,
    controls: {
      pause,
      goOn,
      retry,
      /** Nobody is signed in: what is not over is kept as it is until somebody is. */
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
      /** Nothing more is sent, nothing remembered. */
      clear() {
        stopTimer()
        pausedAt = null
        isSuspended = false
        entries.clear()
      },
    },
  }
}
