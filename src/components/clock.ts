import type { Clock } from './decision-machine'

/** The browser's clock; journeys put another one in its place. */
export const browserClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, ms) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
