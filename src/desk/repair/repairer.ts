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

/** A repair that is followed, under the number that its photo has by now. */
type Run = { id: number; stopping: AbortController }

/** From where it is followed: the number that CloudCard has `named`, and the status in which the photo counts; null: in none. */
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
  const runs = new Set<Run>()

  function put(id: number, repair: Repair | null) {
    const next = new Map(repairs.get())
    if (repair) next.set(id, repair)
    else next.delete(id)
    repairs.set(next)
  }

  /** The photo has another number by now. */
  function move(run: Run, id: number) {
    const next = [...repairs.get()].map(([key, repair]) => [key === run.id ? id : key, repair] as const)
    if (id !== run.id) repairs.set(new Map(next))
    run.id = id
  }

  function change(id: number, patch: Partial<Repair>) {
    const known = repairs.get().get(id)
    if (known) put(id, { ...known, ...patch })
  }

  function end({ id }: Run, state: Extract<RepairState, { kind: 'done' | 'failed' }>) {
    change(id, { state })
    const repair = repairs.get().get(id)
    if (repair) options.onEnd(id, repair)
  }

  const fail = (run: Run, failure: RepairFailure) => end(run, { kind: 'failed', failure })

  /** Until the next look, while somebody can see the page. */
  async function pause(ms: number, { stopping: { signal } }: Run): Promise<void> {
    await waitFor(clock, ms, signal)
    await options.whenSeen(signal)
  }

  /** @returns the error, in the place of the photo */
  async function look(run: Run, id = run.id): Promise<{ photo: Photo } | { error: unknown }> {
    const answer = await options.read(id).then(
      (photo) => ({ photo }),
      (error: unknown) => ({ error }),
    )
    run.stopping.signal.throwIfAborted()
    return answer
  }

  async function repair(run: Run, seen: Photo, process: Process) {
    const { id } = seen
    const { signal } = run.stopping
    const startedAt = clock.now()
    const now = await look(run)
    if ('error' in now) return fail(run, { kind: 'refused', error: now.error })
    const { photo } = now
    const isChanged = !isAsSeen(photo, seen)
    if (isChanged || photo.isBotWorking) {
      onPhoto(id, photo)
      return fail(run, isChanged ? { kind: 'changed', now: photo } : { kind: 'busy' })
    }
    if (clock.now() - startedAt > promptMs) return fail(run, { kind: 'not-done', isAnswered: false })
    let named: number | null = null
    let isAnswered = true
    try {
      named = await options.ask(id, process)
    } catch (error) {
      signal.throwIfAborted()
      if (isRefusal(error)) return refused(run, seen, process, error)
      isAnswered = false
    }
    signal.throwIfAborted()
    await follow(run, seen, { named: named ?? id, isAnswered, countsAs: seen.status })
  }

  async function goOn(run: Run, unfinished: UnfinishedRepair) {
    const { was, id, version } = unfinished
    const now = await look(run, was)
    if ('error' in now) {
      put(id, null)
      return options.onLeft(unfinished)
    }
    const { photo } = now
    // Somebody has changed it since, and it stands there as it is: whatever was asked for made no other photo of it.
    if (id === was && photo.status !== 'DISCARDED' && photo.version !== version) return put(id, null)
    change(id, { before: photo })
    await follow(run, photo, { named: id, isAnswered: false, countsAs: null })
  }

  async function refused(run: Run, seen: Photo, process: Process, error: unknown) {
    const kind = isApiError(error) ? error.kind : null
    // The photo was there a moment ago: it is the call that is not known.
    if (kind === 'forbidden' || kind === 'not-found') options.onRefused(process)
    const now = kind === 'conflict' ? await look(run) : { error }
    if ('photo' in now) onPhoto(seen.id, now.photo)
    if ('photo' in now && !isAsSeen(now.photo, seen)) fail(run, { kind: 'changed', now: now.photo })
    else fail(run, { kind: 'refused', error })
  }

  /** To the photo with the new picture, and on to its score. */
  async function follow(run: Run, seen: Photo, from: FollowedFrom): Promise<void> {
    const { isAnswered } = from
    const until = clock.now() + patienceMs
    let [target, known, looks, isSearched] = [from.named, seen.id, 0, false]
    let unreadable: Extract<RepairFailure, { kind: 'unreadable' }> | null = null
    let status = from.countsAs
    const show = (was: number, photo: Photo) => {
      if (status !== null && status !== photo.status) options.onMove(photo.id, status, photo.status)
      if (status !== null) status = photo.status
      onPhoto(was, photo)
    }
    for (let turn = 0; ; turn++) {
      if (turn > 0) await pause(Math.min(longestPauseMs, 1_000 * 1.5 ** turn), run)
      const isOverdue = clock.now() >= until
      const answer = await look(run, target)
      const finding = findingOf({ seen, target, isAnswered, looks: ++looks, isOverdue }, answer)
      if (finding.kind === 'photo') {
        const { photo, isWorking } = finding
        move(run, photo.id)
        show(known, photo)
        known = photo.id
        if (isWorking && !isOverdue) continue
        change(run.id, { isScoreAwaited: photo.score === null })
        end(run, { kind: 'done', isLetGo: isWorking })
        return photo.score === null ? followScore(run) : undefined
      }
      if (finding.kind === 'over') {
        // Whatever it is, the old one is not decided any more.
        if (target !== seen.id && known === seen.id) options.onNumber(seen.id, target)
        if (finding.failure.kind === 'changed') onPhoto(seen.id, finding.failure.now)
        return fail(run, finding.failure)
      }
      if (finding.kind === 'wrong-number') {
        if ('error' in answer) unreadable = { kind: 'unreadable', id: target, error: answer.error }
        ;[target, looks] = [seen.id, 0]
      }
      if (finding.kind === 'search') {
        const newest = isSearched ? null : await options.findNewest(seen).catch(() => null)
        isSearched = true
        run.stopping.signal.throwIfAborted()
        if (newest === null || newest <= seen.id || newest === unreadable?.id) {
          if ('photo' in answer) show(seen.id, answer.photo)
          return fail(run, unreadable ?? { kind: 'lost' })
        }
        ;[target, looks] = [newest, 0]
      }
    }
  }

  async function followScore(run: Run) {
    for (const ms of scorePauses) {
      await pause(ms, run)
      const answer = await look(run)
      if ('error' in answer) continue
      onPhoto(run.id, answer.photo)
      if (answer.photo.score !== null) break
    }
    if (repairs.get().get(run.id)?.state.kind === 'kept') put(run.id, null)
    else change(run.id, { isScoreAwaited: false })
  }

  function begin(
    id: number,
    begun: Omit<Repair, 'state' | 'isScoreAwaited'>,
    work: (run: Run) => Promise<void>,
  ) {
    for (const each of runs) if (each.id === id) each.stopping.abort()
    put(id, { ...begun, state: { kind: 'working' }, isScoreAwaited: false })
    const run = { id, stopping: new AbortController() }
    runs.add(run)
    void work(run)
      .catch((error: unknown) => {
        if (run.stopping.signal.aborted) return
        // Whatever has gone wrong here, the photo is not kept from being decided for ever.
        fail(run, { kind: 'unknown' })
        throw error
      })
      .finally(() => runs.delete(run))
  }

  return {
    /** false where it cannot be done: it is under way, or the photo is being decided. */
    start(photo: Photo, process: Process): boolean {
      const { id } = photo
      if (repairs.get().get(id)?.state.kind === 'working' || !options.isFree(id)) return false
      begin(id, { process, was: photo, before: photo }, (run) => repair(run, photo, process))
      return true
    },
    /** Follows what was under way before a reload. */
    resume(unfinished: UnfinishedRepair): void {
      const { was, id, process, version } = unfinished
      begin(id, { process, was: { id: was, version }, before: null }, (run) => goOn(run, unfinished))
    },
    keep: (id: number) => change(id, { state: { kind: 'kept' } }),
    /** The person has seen what came of it, and left the photo. */
    leave(id: number) {
      const known = repairs.get().get(id)
      if (!known || known.state.kind === 'working') return
      if (known.isScoreAwaited) change(id, { state: { kind: 'kept' } })
      else put(id, null)
    },
    clear: () => runs.forEach(({ stopping }) => stopping.abort()),
  }
}
