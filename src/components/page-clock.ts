import type { Clock } from './clock'

/** For what lasts seconds while the page is looked at: unlike the clock of the system, it cannot be set. */
export const pageClock: Clock = {
  now: () => performance.now(),
  setTimer(callback, ms) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
