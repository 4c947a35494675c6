import { waitFor } from '../../base/clock'
import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import type { Process } from '../../cloudcard/process-photo'
import {
  findingOf,
  isAsSeen,
  isRefusal,
  type Repair,
  type RepairerOptions,
  type RepairFailure,
  type RepairState,
  type UnfinishedRepair,
} from './repair'

export type Repairer = ReturnType<typeof createRepairer>

/** From where a repair is followed: the number that CloudCard has `named`, and the status in which the photo counts; null: in none. */
type FollowedFrom = { named: number; isAnswered: boolean; countsAs: string | null }

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
    await waitFor(clock, ms, signal)
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
    await follow(seen, { named: named ?? id, isAnswered, countsAs: seen.status }, signal)
  }

  async function runOn(unfinished: UnfinishedRepair, signal: AbortSignal) {
    const { was, id, process, version } = unfinished
    const now = await look(was, signal)
    options.onLooked(unfinished)
    if ('error' in now) return options.onLeft(unfinished)
    const { photo } = now
    // Somebody has changed it since, and it stands there as it is: whatever was asked for made no other photo of it.
    if (id === was && photo.status !== 'DISCARDED' && photo.version !== version) return
    put(was, { process, before: photo, state: { kind: 'working' }, isScoreAwaited: false })
    await follow(photo, { named: id, isAnswered: false, countsAs: null }, signal)
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

  /** To the photo with the new picture, and on to its score. */
  async function follow(seen: Photo, from: FollowedFrom, signal: AbortSignal): Promise<void> {
    const { isAnswered } = from
    const until = clock.now() + patienceMs
    let [target, known, looks, isSearched] = [from.named, seen.id, 0, false]
    let unreadable: Extract<RepairFailure, { kind: 'unreadable' }> | null = null
    let status = from.countsAs
    const show = (photo: Photo) => {
      if (status !== null && status !== photo.status) options.onMove(photo.id, status, photo.status)
      if (status !== null) status = photo.status
      onPhoto(known, photo)
    }
    for (let turn = 0; ; turn++) {
      if (turn > 0) await pause(Math.min(longestPauseMs, 1_000 * 1.5 ** turn), signal)
      const isOverdue = clock.now() >= until
      const answer = await look(target, signal)
      const finding = findingOf({ seen, target, isAnswered, looks: ++looks, isOverdue }, answer)
      if (finding.kind === 'photo') {
        const { photo, isWorking } = finding
        move(known, photo.id)
        show(photo)
        known = photo.id
        if (isWorking && !isOverdue) continue
        change(known, { isScoreAwaited: photo.score === null })
        end(known, { kind: 'done', isLetGo: isWorking })
        return photo.score === null ? followScore(known, signal) : undefined
      }
      if (finding.kind === 'over') {
        // Whatever it is, the old one is not decided any more.
        if (target !== seen.id && known === seen.id) options.onNumber(seen.id, target)
        if (finding.failure.kind === 'changed') onPhoto(seen.id, finding.failure.now)
        return fail(known, finding.failure)
      }
      if (finding.kind === 'wrong-number') {
        if ('error' in answer) unreadable = { kind: 'unreadable', id: target, error: answer.error }
        ;[target, looks] = [seen.id, 0]
      }
      if (finding.kind === 'search') {
        const newest = isSearched ? null : await options.findNewest(seen).catch(() => null)
        isSearched = true
        signal.throwIfAborted()
        if (newest === null || newest <= seen.id || newest === unreadable?.id) {
          if ('photo' in answer) show(answer.photo)
          return fail(seen.id, unreadable ?? { kind: 'lost' })
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

  function begin(id: number, work: (signal: AbortSignal) => Promise<void>) {
    running.get(id)?.abort()
    const controller = new AbortController()
    running.set(id, controller)
    void work(controller.signal)
      .catch((error: unknown) => {
        if (controller.signal.aborted) return
        // Whatever has gone wrong here, the photo is not kept from being decided for ever.
        for (const [key, each] of running) if (each === controller) fail(key, { kind: 'unknown' })
        throw error
      })
      .finally(() => {
        for (const [key, each] of running) if (each === controller) running.delete(key)
      })
  }

  return {
    /** false where it cannot be done: it is under way, or the photo is being decided. */
    start(photo: Photo, process: Process): boolean {
      const { id } = photo
      if (repairs.get().get(id)?.state.kind === 'working' || !options.isFree(id)) return false
      put(id, { process, before: photo, state: { kind: 'working' }, isScoreAwaited: false })
      begin(id, (signal) => run(photo, process, signal))
      return true
    },
    /** Follows what was under way before a reload. */
    resume(unfinished: UnfinishedRepair): void {
      if (!running.has(unfinished.was)) begin(unfinished.was, (signal) => runOn(unfinished, signal))
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
