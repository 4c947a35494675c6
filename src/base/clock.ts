import { createStore, until } from './store'

export type Clock = {
  /**
   * For durations, in ms: begins as the epoch time at which the page was opened, and then goes on evenly. Compare it only with
   * itself; `wallTimeOf` gives what the computer's clock shows.
   */
  now: () => number
  /** Calls back once after so many ms; what is given back takes that back. */
  setTimer: (callback: () => void, ms: number) => () => void
}

/** By so much the computer's clock has to get ahead between two looks to tell of a sleep, in ms. */
const sleepMs = 60_000

/**
 * A clock that nobody can set. `even` goes on evenly, but on many systems stands still while the computer sleeps; `wall` goes
 * on in a sleep, but can be set. So the even one counts, and a leap ahead of the other one is taken for a sleep: set
 * ahead and slept look the same, and after both it is safer to ask and to lock. A leap back is nothing.
 */
export function createEvenClock(wall: () => number, even: () => number): () => number {
  let [lastWall, lastEven] = [wall(), even()]
  let now = lastWall
  return () => {
    const [nextWall, nextEven] = [wall(), even()]
    const passed = nextEven - lastEven
    const ahead = nextWall - lastWall - passed
    now += passed + (ahead > sleepMs ? ahead : 0)
    lastWall = nextWall
    lastEven = nextEven
    return now
  }
}

/** The browser's clock; journeys put another one in its place. */
export const browserClock: Clock = {
  now: createEvenClock(
    () => Date.now(),
    () => performance.now(),
  ),
  setTimer: setPageTimer,
}

/** For what only lasts while the page is looked at: a sleep does not count. */
export const pageClock: Clock = { now: () => performance.now(), setTimer: setPageTimer }

function setPageTimer(callback: () => void, ms: number): () => void {
  const timer = setTimeout(callback, ms)
  return () => clearTimeout(timer)
}

/** When a moment of the clock was or will be by the computer's own clock, which is what people compare it with; epoch ms. */
export const wallTimeOf = (moment: number): number => Date.now() + moment - browserClock.now()

/** Rejects with the signal's reason. */
export function waitFor(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  const isOver = createStore(false)
  const stop = clock.setTimer(() => isOver.set(true), ms)
  return until(isOver, Boolean, signal).finally(stop)
}
