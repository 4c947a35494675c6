import type { Clock } from '../../base/clock'
import type { Store } from '../../base/store'
import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import type { Process } from '../../cloudcard/process-photo'
import { findingOf, isAsSeen, isRefusal, type Repair, type RepairFailure, type RepairState } from './repair'

type RepairerOptions = {
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
  /** Another photo has taken its place, and could not be read. */
  onNumber: (was: number, id: number) => void
  onRefused: (process: Process) => void
  /** It is done, or has failed. */
  onEnd: (id: number, repair: Repair) => void
}

export type Repairer = ReturnType<typeof createRepairer>

/** What was asked for so long ago, as before a lock, is not asked of CloudCard any more; in ms. */
const promptMs = 60_000
/** So long a photo on which the bot works is waited for, in ms. */
const patienceMs = 120_000
const longestPauseMs = 10_000
/** After these the score of a new picture is looked for, in ms, and then no more. */
const scorePauses = [5_000, 10_000, 20_000, 40_000, 80_000, 160_000]

/**
 * Asks CloudCard to turn, crop or clean a photo, once, and follows it to the new photo that it makes. From the moment on
 * in which it is asked for, nothing is decided on the photo until it is known what came of it. Knows no screen and no
 * network; docs/deciding.md says why it is safe.
 */
export function createRepairer(options: RepairerOptions) {
  const { clock, repairs, onPhoto } = options
  const running = new Map<number, AbortController>()

  function put(id: number, repair: Repair | null) {
    const next = new Map(repairs.get())
    if (repair) next.set(id, repair)
    else next.delete(id)
    repairs.set(next)
  }

  /** The photo has another number by now. */
  function move(was: number, id: number) {
    const [repair, controller] = [repairs.get().get(was), running.get(was)]
    if (was === id || !repair || !controller) return
    repairs.set(new Map([...repairs.get(), [id, repair] as const].filter(([key]) => key !== was)))
    running.set(id, controller).delete(was)
  }

  function change(id: number, patch: Partial<Repair>) {
    const known = repairs.get().get(id)
    if (known) put(id, { ...known, ...patch })
  }

  function end(id: number, state: Extract<RepairState, { kind: 'done' | 'failed' }>) {
    change(id, { state })
    const repair = repairs.get().get(id)
    if (repair) options.onEnd(id, repair)
  }

  const fail = (id: number, failure: RepairFailure) => end(id, { kind: 'failed', failure })

  /** Until the next look, while somebody can see the page. */
  async function pause(ms: number, signal: AbortSignal): Promise<void> {
    const over = new AbortController()
    await new Promise<void>((resolve) => {
      const stop = clock.setTimer(resolve, ms)
      signal.addEventListener('abort', () => resolve(stop()), { signal: over.signal })
    })
    over.abort()
    signal.throwIfAborted()
    await options.whenSeen(signal)
  }

  /** @returns the error, in the place of the photo */
  async function look(id: number, signal: AbortSignal): Promise<{ photo: Photo } | { error: unknown }> {
    const answer = await options.read(id).then(
      (photo) => ({ photo }),
      (error: unknown) => ({ error }),
    )
    signal.throwIfAborted()
    return answer
  }

  async function run(seen: Photo, process: Process, signal: AbortSignal) {
    const { id } = seen
    const startedAt = clock.now()
    const now = await look(id, signal)
    if ('error' in now) return fail(id, { kind: 'refused', error: now.error })
    const { photo } = now
    if (!isAsSeen(photo, seen)) {
      onPhoto(id, photo)
      return fail(id, { kind: 'changed', now: photo })
    }
    if (photo.isBotWorking) {
      onPhoto(id, photo)
      return fail(id, { kind: 'busy' })
    }
    if (clock.now() - startedAt > promptMs) return fail(id, { kind: 'not-done', isAnswered: false })
    let named: number | null = null
    let isAnswered = true
    try {
      named = await options.ask(id, process)
    } catch (error) {
      signal.throwIfAborted()
      if (isRefusal(error)) return refused(seen, process, error, signal)
      isAnswered = false
    }
    signal.throwIfAborted()
    const found = await follow(seen, named ?? id, isAnswered, signal)
    if (found) await followScore(found, signal)
  }

  async function refused(seen: Photo, process: Process, error: unknown, signal: AbortSignal) {
    const kind = isApiError(error) ? error.kind : null
    // The photo was there a moment ago: it is the call that is not known.
    if (kind === 'forbidden' || kind === 'not-found') options.onRefused(process)
    const now = kind === 'conflict' ? await look(seen.id, signal) : { error }
    if ('photo' in now) onPhoto(seen.id, now.photo)
    if ('photo' in now && !isAsSeen(now.photo, seen)) fail(seen.id, { kind: 'changed', now: now.photo })
    else fail(seen.id, { kind: 'refused', error })
  }

  /** @returns the number of the photo, once its new picture is there */
  async function follow(
    seen: Photo,
    named: number,
    isAnswered: boolean,
    signal: AbortSignal,
  ): Promise<number | null> {
    const until = clock.now() + patienceMs
    let [target, known, looks, isSearched] = [named, seen.id, 0, false]
    for (let turn = 0; ; turn++) {
      if (turn > 0) await pause(Math.min(longestPauseMs, 1_000 * 1.5 ** turn), signal)
      const isOverdue = clock.now() >= until
      const answer = await look(target, signal)
      const finding = findingOf({ seen, target, isAnswered, looks: ++looks, isOverdue }, answer)
      if (finding.kind === 'photo') {
        const { photo, isWorking } = finding
        move(known, photo.id)
        onPhoto(known, photo)
        known = photo.id
        if (isWorking && !isOverdue) continue
        change(known, { isScoreAwaited: photo.score === null })
        end(known, { kind: 'done', isLetGo: isWorking })
        return photo.score === null ? known : null
      }
      if (finding.kind === 'over') {
        // Whatever it is, the old one is not decided any more.
        if (target !== seen.id && known === seen.id) options.onNumber(seen.id, target)
        if (finding.failure.kind === 'changed') onPhoto(seen.id, finding.failure.now)
        fail(known, finding.failure)
        return null
      }
      if (finding.kind === 'wrong-number') [target, looks] = [seen.id, 0]
      if (finding.kind === 'search') {
        const newest = isSearched ? null : await options.findNewest(seen).catch(() => null)
        isSearched = true
        signal.throwIfAborted()
        if (newest === null || newest <= seen.id) {
          if ('photo' in answer) onPhoto(seen.id, answer.photo)
          fail(seen.id, { kind: 'lost' })
          return null
        }
        ;[target, looks] = [newest, 0]
      }
    }
  }

  async function followScore(id: number, signal: AbortSignal) {
    for (const ms of scorePauses) {
      await pause(ms, signal)
      const answer = await look(id, signal)
      if ('error' in answer) continue
      onPhoto(id, answer.photo)
      if (answer.photo.score !== null) break
    }
    const known = repairs.get().get(id)
    if (known?.state.kind === 'kept') put(id, null)
    else change(id, { isScoreAwaited: false })
  }

  return {
    /** false where it cannot be done: it is under way, or the photo is being decided. */
    start(photo: Photo, process: Process): boolean {
      const { id } = photo
      if (repairs.get().get(id)?.state.kind === 'working' || !options.isFree(id)) return false
      running.get(id)?.abort()
      const controller = new AbortController()
      running.set(id, controller)
      put(id, { process, before: photo, state: { kind: 'working' }, isScoreAwaited: false })
      void run(photo, process, controller.signal)
        .catch((error: unknown) => {
          if (controller.signal.aborted) return
          // Whatever has gone wrong here, the photo is not kept from being decided for ever.
          for (const [key, each] of running) if (each === controller) fail(key, { kind: 'unknown' })
          throw error
        })
        .finally(() => {
          for (const [key, each] of running) if (each === controller) running.delete(key)
        })
      return true
    },
    keep: (id: number) => change(id, { state: { kind: 'kept' } }),
    /** The person has seen what came of it, and left the photo. */
    leave(id: number) {
      const known = repairs.get().get(id)
      if (!known || known.state.kind === 'working') return
      if (known.isScoreAwaited) change(id, { state: { kind: 'kept' } })
      else put(id, null)
    },
    clear() {
      for (const controller of running.values()) controller.abort()
      running.clear()
    },
  }
}
