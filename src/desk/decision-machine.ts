import type { Photo } from '../cloudcard/photo'
import type { Decision } from '../cloudcard/update-photo'
import type { Clock } from '../base/clock'
import { createSender, type SenderOptions } from './decision-sender'
import { canApplyAnyway, canLeave, canUndo, type HeldDecision, type Outcome } from './held-decision'

export type DecisionMachineOptions = Pick<SenderOptions, 'update' | 'read'> & {
  clock: Clock
  /** Whether a photo is among many that are being decided together. */
  isTaken?: (photoId: number) => boolean
  /** How long a decision is held, in ms. */
  holdMs: () => number
  /** All that are not over, in the order in which they were made. */
  onChange: (held: readonly HeldDecision[]) => void
  /** A refused one stays until somebody has taken note of it. */
  onEnd: (decision: HeldDecision, outcome: Outcome) => void
}

export type DecisionMachine = {
  /** null where the photo has that status, or a decision that is not over: it has to be taken back first. */
  decide: (photo: Photo, decision: Decision, address: string) => HeldDecision | null
  /** Takes back the newest one that can be, or that of a key; null where it is too late. */
  undo: (key?: number) => HeldDecision | null
  /** One that was asked about, or is not to be held or to wait any longer. */
  sendNow: (key: number) => void
  /** In spite of somebody else's change, on top of it; not where that is the same decision. */
  applyAnyway: (key: number) => void
  /** CloudCard has said yes to one that is over, and has not made it: that stays until somebody has taken note of it. */
  doubt: (over: HeldDecision, error: unknown) => void
  /** Leaves somebody else's change as it is, or takes note that a decision was refused. */
  dismiss: (key: number) => void
  /** The time stands still, as long as somebody looks at what is held. */
  pause: () => void
  goOn: () => void
  /** The network is back. */
  retry: () => void
  /** Sends all that are held; resolves when each of them was answered or could not be sent. */
  flush: () => Promise<void>
  /** The page goes away: what is held goes out, as many as browsers let through. */
  leave: () => void
  /** Nobody is signed in: what is held is kept as it is until somebody is. */
  suspend: () => void
  resume: () => void
  /** Nothing more is sent, nothing remembered. */
  clear: () => void
}

const overdueMs = 60_000
const mostAtLeaving = 20
const longestTimerMs = 60_000
const never = Number.POSITIVE_INFINITY

/**
 * Holds decisions, sends them, and sees each of them through: a photo gets the decision that was not taken back, once. One
 * decision a photo, one request a photo at a time. Knows no screen and no network; docs/deciding.md says why it is safe.
 */
export function createDecisionMachine(options: DecisionMachineOptions): DecisionMachine {
  const { clock, holdMs, read, isTaken, onChange, onEnd } = options
  let held: readonly HeldDecision[] = []
  let lastKey = 0
  /** Since when the time stands still. */
  let pausedAt: number | null = null
  let isSuspended = false
  let stopTimer = () => {}
  const find = (key: number) => held.find((each) => each.key === key)
  const { send, settled } = createSender({
    ...options,
    now: clock.now,
    find,
    change,
    end,
    onRefused: (refused, error) => onEnd(refused, { kind: 'refused', error }),
  })

  function publish(next: readonly HeldDecision[]) {
    held = next
    onChange(held)
    arm()
  }

  function change(key: number, patch: Partial<HeldDecision>) {
    if (!find(key)) return undefined
    publish(held.map((each) => (each.key === key ? { ...each, ...patch } : each)))
    return find(key)
  }

  function end(key: number, outcome: Outcome) {
    const over = find(key)
    if (!over) return
    publish(held.filter((each) => each.key !== key))
    onEnd(over, outcome)
  }

  function dueAt({ state }: HeldDecision): number {
    if (state.kind === 'waiting' && !isSuspended) return state.retryAt
    return state.kind === 'held' && pausedAt === null ? state.endsAt : never
  }

  function arm() {
    stopTimer()
    const due = Math.min(...held.map(dueAt))
    const wait = Math.min(longestTimerMs, Math.max(0, due - clock.now()))
    stopTimer = due === never ? () => {} : clock.setTimer(onTimer, wait)
  }

  function onTimer() {
    const now = clock.now()
    for (const each of held.filter((due) => dueAt(due) <= now)) sendOrAsk(each)
    arm()
  }

  function sendOrAsk({ key, state }: HeldDecision) {
    const isOverdue = state.kind === 'held' && pausedAt === null && clock.now() - state.endsAt > overdueMs
    if (isOverdue) change(key, { state: { kind: 'asking' } })
    else void send(key)
  }

  /** While it is held: else it would have to be read before it can be sent. */
  async function learnVersion(key: number): Promise<void> {
    const unknown = find(key)
    if (!unknown || unknown.version !== undefined) return
    const photo = await read(unknown.photo.id).catch(() => null)
    const now = find(key)
    if (photo && now?.state.kind === 'held' && photo.status === now.seenStatus) {
      change(key, { version: photo.version })
    }
  }

  function pause() {
    pausedAt ??= clock.now()
    arm()
  }

  function goOn() {
    if (pausedAt === null || isSuspended) return
    const [from, now] = [pausedAt, clock.now()]
    pausedAt = null
    const goesOn = (each: HeldDecision): HeldDecision => {
      const { state } = each
      if (state.kind !== 'held') return each
      return { ...each, state: { ...state, endsAt: state.endsAt + now - Math.max(from, each.decidedAt) } }
    }
    publish(held.map(goesOn))
  }

  function retry() {
    if (isSuspended) return
    for (const { key, state } of held) if (state.kind === 'waiting') void send(key)
  }

  return {
    decide(photo, decision, address) {
      const known = held.find((each) => each.photo.id === photo.id)
      if (isSuspended || photo.status === decision.status || isTaken?.(photo.id)) return null
      if (known && known.state.kind !== 'refused') return null
      const now = clock.now()
      const hold = holdMs()
      const made: HeldDecision = {
        key: ++lastKey,
        photo,
        decision,
        address,
        decidedAt: now,
        state: { kind: 'held', endsAt: now + hold },
        version: photo.version ?? undefined,
        seenStatus: photo.status,
        isUncertain: false,
        looks: null,
        isUndoWished: false,
        tries: 0,
      }
      publish([...held.filter((each) => each !== known), made])
      if (hold === 0) void send(made.key)
      else void learnVersion(made.key)
      return made
    },
    undo(key) {
      const undone = held.findLast((each) => canUndo(each) && (key === undefined || each.key === key))
      if (!undone) return null
      if (undone.isUncertain) {
        change(undone.key, { isUndoWished: true })
        if (!isSuspended) void send(undone.key)
      } else end(undone.key, { kind: 'undone' })
      return undone
    },
    sendNow(key) {
      const kind = find(key)?.state.kind
      if (!isSuspended && (kind === 'asking' || kind === 'held' || kind === 'waiting')) void send(key)
    },
    applyAnyway(key) {
      const conflict = find(key)
      if (isSuspended || !conflict || !canApplyAnyway(conflict)) return
      const { version, status } = conflict.state.now
      change(key, { version, seenStatus: status, isUncertain: false, looks: null })
      void send(key)
    },
    doubt(over, error) {
      const isDecidedAnew = held.some(({ photo }) => photo.id === over.photo.id)
      if (!isDecidedAnew) publish([...held, { ...over, state: { kind: 'refused', error } }])
    },
    dismiss(key) {
      const state = find(key)?.state
      if (state?.kind === 'conflict') end(key, { kind: 'left', now: state.now })
      else if (state?.kind === 'refused') publish(held.filter((each) => each.key !== key))
    },
    pause,
    goOn,
    retry,
    async flush() {
      const due = held.filter(({ state }) => state.kind === 'held' || state.kind === 'waiting')
      for (const each of due) sendOrAsk(each)
      await settled()
    },
    leave() {
      if (isSuspended) return
      for (const { key } of held.filter(canLeave).slice(0, mostAtLeaving)) void send(key, true)
    },
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
      pausedAt = null
      isSuspended = false
      if (held.length > 0) publish([])
    },
  }
}
