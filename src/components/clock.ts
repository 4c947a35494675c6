export type Clock = {
  /** epoch ms */
  now: () => number
  /** Calls back once after so many ms; what is given back takes that back. */
  setTimer: (callback: () => void, ms: number) => () => void
}

/** The browser's clock; journeys put another one in its place. */
export const browserClock: Clock = {
  now: () => Date.now(),
  setTimer(callback, ms) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
}
