import type { Clock } from '../base/clock'

/** Browsers open so many connections to a host at a time: so many that never come keep all others away. */
const atOnce = 6

type Wait = { url: string; host: string; since: number; limitMs: number; users: number }

/**
 * Waits for pictures, and gives up those that do not come: not while others of the same host still do, as on a slow line,
 * and the oldest first, since those behind them may only lack a connection.
 */
export function createWaits(clock: Clock, onLate: (urls: readonly string[]) => void) {
  const waits = new Map<string, Wait>()
  /** When the last picture of a host has come, failed, or was given up. */
  const newsAt = new Map<string, number>()
  let stopTimer = () => {}

  const dueOf = ({ host, since, limitMs }: Wait) => Math.max(newsAt.get(host) ?? 0, since) + limitMs

  function arm() {
    stopTimer()
    const due = Math.min(...[...waits.values()].map(dueOf))
    stopTimer = Number.isFinite(due) ? clock.setTimer(onTimer, Math.max(0, due - clock.now())) : () => {}
  }

  function onTimer() {
    const now = clock.now()
    const due = [...waits.values()].filter((wait) => dueOf(wait) <= now)
    for (const host of new Set(due.map((wait) => wait.host))) {
      const late = due.filter((wait) => wait.host === host).slice(0, atOnce)
      for (const { url } of late) waits.delete(url)
      // Those behind them have their connections, and all of their time, from now on.
      newsAt.set(host, now)
      onLate(late.map(({ url }) => url))
    }
    arm()
  }

  return {
    /** @returns what ends it: the picture has come or failed, or (false) nobody waits for it any more */
    begin(url: string, limitMs: number): (isNews: boolean) => void {
      const { host } = new URL(url)
      const wait = waits.get(url) ?? { url, host, since: clock.now(), limitMs, users: 0 }
      wait.users++
      waits.set(url, wait)
      arm()
      let isOver = false
      return (isNews) => {
        if (isOver) return
        isOver = true
        if (isNews) newsAt.set(host, clock.now())
        if ((isNews || --wait.users === 0) && waits.get(url) === wait) waits.delete(url)
        arm()
      }
    },
  }
}
