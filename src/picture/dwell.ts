import type { Clock } from '../base/clock'

/**
 * Tells of things that have been on the screen long enough to have been looked at: `afterMs` without a break. `update` is
 * to be called with all that are on it, whenever those have changed.
 */
export function createDwell<T>(clock: Clock, afterMs: number, onLookedAt: (things: readonly T[]) => void) {
  const since = new Map<T, number>()
  const told = new Set<T>()
  let stopTimer = () => {}

  function arm() {
    stopTimer()
    const open = [...since].filter(([thing]) => !told.has(thing))
    const due = Math.min(...open.map(([, at]) => at)) + afterMs
    stopTimer = open.length === 0 ? () => {} : clock.setTimer(onTimer, Math.max(0, due - clock.now()))
  }

  function onTimer() {
    const now = clock.now()
    const done = [...since].flatMap(([thing, at]) => (now - at >= afterMs && !told.has(thing) ? [thing] : []))
    for (const thing of done) told.add(thing)
    if (done.length > 0) onLookedAt(done)
    arm()
  }

  return {
    update(things: Iterable<T>) {
      const shown = new Set(things)
      for (const thing of since.keys()) if (!shown.has(thing)) since.delete(thing)
      for (const thing of shown) if (!since.has(thing)) since.set(thing, clock.now())
      arm()
    },
    /** It is not there any more: nothing more is told of it. */
    forget(thing: T) {
      since.delete(thing)
      told.delete(thing)
      arm()
    },
  }
}
