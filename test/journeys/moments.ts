import { beforeEach, vi } from 'vitest'
import { pageClock } from '../../src/base/clock'
import { lookedAtWhen } from '../../src/picture/sight'

type Timer = { at: number; ring: () => void }
const timers = new Set<Timer>()
/** By so much the clock of the page is ahead, in ms. */
let ahead = 0
const now = () => performance.now() + ahead

/** The clock of the page goes on evenly, and can be moved on besides. */
export function watchMoments() {
  beforeEach(() => {
    timers.clear()
    ahead = 0
    vi.spyOn(pageClock, 'now').mockImplementation(now)
    vi.spyOn(pageClock, 'setTimer').mockImplementation((callback, ms) => {
      const stop = () => {
        clearTimeout(real)
        timers.delete(timer)
      }
      const ring = () => {
        stop()
        callback()
      }
      const real = setTimeout(ring, ms)
      const timer = { at: now() + ms, ring }
      timers.add(timer)
      return stop
    })
  })
}

/** By default what is on the screen has been there long enough to count as looked at; nothing that takes longer is over by it. */
export function passMoment(ms = lookedAtWhen.ms) {
  const due = [...timers].filter(({ at }) => at <= now() + ms)
  ahead += Math.max(0, ...due.map(({ at }) => at - now()))
  for (const { ring } of due) ring()
}
