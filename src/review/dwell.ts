import type { Photo } from '../api/photo'
import type { Clock } from '../components/clock'

/**
 * Tells of photos that have been on the screen long enough to have been looked at: `afterMs` without a break. `update` is
 * to be called with all that are on it, whenever those have changed.
 */
export function createDwell(clock: Clock, afterMs: number, onLookedAt: (photos: readonly Photo[]) => void) {
  const since = new Map<Photo, number>()
  const told = new Set<Photo>()
  let stopTimer = () => {}

  function arm() {
    stopTimer()
    const open = [...since].filter(([photo]) => !told.has(photo))
    const due = Math.min(...open.map(([, at]) => at)) + afterMs
    stopTimer = open.length === 0 ? () => {} : clock.setTimer(onTimer, Math.max(0, due - clock.now()))
  }

  function onTimer() {
    const now = clock.now()
    const done = [...since].flatMap(([photo, at]) => (now - at >= afterMs && !told.has(photo) ? [photo] : []))
    for (const photo of done) told.add(photo)
    if (done.length > 0) onLookedAt(done)
    arm()
  }

  return {
    update(photos: Iterable<Photo>) {
      const shown = new Set(photos)
      for (const photo of since.keys()) if (!shown.has(photo)) since.delete(photo)
      for (const photo of shown) if (!since.has(photo)) since.set(photo, clock.now())
      arm()
    },
    stop() {
      stopTimer()
      since.clear()
    },
  }
}
