import type { Photo } from '../../cloudcard/photo'
import type { Decision } from '../../cloudcard/update-photo'
import type { Clock } from '../../base/clock'
import type { SenderOptions } from '../decision-sender'
import type { HeldDecision, Outcome } from '../held-decision'
import { canUndoBulk, decidableTogether, isUnderWay, type Bulk, type Failure } from './bulk'
import { createBulkSending } from './bulk-sending'

export type BulkMachineOptions = Pick<SenderOptions, 'update' | 'read'> & {
  clock: Clock
  /** How long it is held, in ms. */
  holdMs: () => number
  /** Whether a photo has a decision of its own that is not over. */
  isTaken: (photoId: number) => boolean
  onChange: (bulk: Bulk | null) => void
  /** What became of one photo. */
  onEnd: (decision: HeldDecision, outcome: Outcome) => void
}

export type BulkMachine = {
  /** null while another one is under way, or where there is nothing to decide. */
  start: (photos: Iterable<Photo>, decision: Decision, address: string) => Bulk | null
  /** As a whole, while nothing was sent; null where it is too late. */
  undo: () => Bulk | null
  /** One that was asked about. */
  sendNow: () => void
  /** What was not sent stays undecided. */
  stop: () => void
  /** The time in which it is held stands still. */
  pause: () => void
  goOn: () => void
  /** The network is back. */
  retry: () => void
  /** Somebody has taken note of how it ended. */
  dismiss: () => void
  clear: () => void
  /** The decision on a photo that is not over. */
  of: (photoId: number) => HeldDecision | null
  all: () => Iterable<HeldDecision>
  /** Why a photo is still undecided, until it is tried again. */
  failureOf: (photoId: number) => Failure | null
}

const overdueMs = 60_000
const longestTimerMs = 60_000

/**
 * One decision on many photos: held and undone as a whole, then sent photo by photo, each with a result of its own. Knows no
 * screen and no network; docs/deciding.md says why it is safe.
 */
export function createBulkMachine(options: BulkMachineOptions): BulkMachine {
  const { clock, holdMs, isTaken, onChange, onEnd } = options
  let bulk: Bulk | null = null
  let lastKey = 0
  let pausedAt: number | null = null
  let stopTimer = () => {}
  const failures = new Map<number, Failure>()
  /** May have arrived: before it is sent again it is looked at. */
  const uncertain = new Map<number, Decision['status']>()

  function publish(patch: Partial<Bulk>) {
    if (bulk) bulk = { ...bulk, ...patch }
    onChange(bulk)
  }

  const sending = createBulkSending({
    ...options,
    onChange: () => publish({}),
    onSent(decision, outcome) {
      uncertain.delete(decision.photo.id)
      if (bulk) publish({ sent: bulk.sent + 1 })
      onEnd(decision, outcome)
    },
    onFailed(decision, failure, outcome) {
      const { id } = decision.photo
      failures.set(id, failure)
      if (failure.kind === 'unanswered') uncertain.set(id, decision.decision.status)
      else uncertain.delete(id)
      if (bulk) publish({ failed: bulk.failed + 1 })
      if (outcome) onEnd(decision, outcome)
    },
    onUnsent: () => bulk && publish({ unsent: bulk.unsent + 1 }),
    onWait(wait) {
      if (bulk?.state.kind !== 'sending' || bulk.state.wait?.until === wait?.until) return
      publish({ state: wait ? { kind: 'sending', wait } : { kind: 'sending' } })
    },
    onGivenUp: (error) => stop(error),
    onDone: () => publish({ state: { kind: 'done' } }),
  })

  function armHold() {
    stopTimer()
    if (bulk?.state.kind !== 'held' || pausedAt !== null) return
    const wait = Math.min(longestTimerMs, Math.max(0, bulk.state.endsAt - clock.now()))
    stopTimer = clock.setTimer(onTimer, wait)
  }

  function onTimer() {
    if (bulk?.state.kind !== 'held') return
    const late = clock.now() - bulk.state.endsAt
    if (late < 0) armHold()
    else if (late > overdueMs) publish({ state: { kind: 'asking' } })
    else sendAll()
  }

  function sendAll() {
    stopTimer()
    publish({ state: { kind: 'sending' } })
    sending.begin()
  }

  function stop(error: unknown = null) {
    if (!bulk || bulk.state.kind === 'done' || bulk.state.kind === 'stopped') return
    stopTimer()
    publish({ state: { kind: 'stopped', error } })
    sending.stop()
  }

  function empty() {
    stopTimer()
    sending.clear()
    if (!bulk) return
    bulk = null
    onChange(null)
  }

  return {
    start(photos, decision, address) {
      if (bulk && isUnderWay(bulk)) return null
      const together = decidableTogether(photos, decision).filter(({ id }) => !isTaken(id))
      if (together.length === 0) return null
      empty()
      const decidedAt = clock.now()
      for (const photo of together) {
        failures.delete(photo.id)
        sending.put({
          key: --lastKey,
          photo,
          decision,
          address,
          decidedAt,
          state: { kind: 'queued' },
          version: photo.version ?? undefined,
          seenStatus: photo.status,
          isUncertain: uncertain.get(photo.id) === decision.status,
          looks: null,
          isUndoWished: false,
          isTogether: true,
          tries: 0,
        })
      }
      const hold = holdMs()
      const state = { kind: 'held', endsAt: decidedAt + hold } as const
      const counts = { total: together.length, sent: 0, failed: 0, unsent: 0 }
      bulk = { key: --lastKey, decision, decidedAt, address, state, ...counts }
      onChange(bulk)
      if (hold === 0) sendAll()
      else armHold()
      return bulk
    },
    undo() {
      if (!bulk || !canUndoBulk(bulk)) return null
      const undone = bulk
      empty()
      return undone
    },
    sendNow() {
      if (bulk && canUndoBulk(bulk)) sendAll()
    },
    stop: () => stop(),
    pause() {
      pausedAt ??= clock.now()
      armHold()
    },
    goOn() {
      if (pausedAt === null) return
      const [from, now] = [pausedAt, clock.now()]
      pausedAt = null
      if (bulk?.state.kind !== 'held') return
      const endsAt = bulk.state.endsAt + now - Math.max(from, bulk.decidedAt)
      publish({ state: { kind: 'held', endsAt } })
      armHold()
    },
    retry: sending.retry,
    dismiss() {
      if (bulk && !isUnderWay(bulk)) empty()
    },
    clear() {
      failures.clear()
      uncertain.clear()
      pausedAt = null
      empty()
    },
    of: sending.of,
    all: sending.all,
    failureOf: (photoId) => failures.get(photoId) ?? null,
  }
}
