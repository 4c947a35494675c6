import type { Clock } from '../base/clock'

/** Browsers open so many connections to a host at a time: so many that never come keep all others away. */
const atOnce = 6

type Wait = { url: string; since: number; limitMs: number; users: number }
type Host = { waits: Map<string, Wait>; newsAt: number }

/**
 * Waits for pictures, and gives up those that do not come: not while others of the same host still do, as on a slow line,
 * and the oldest first, since those behind them may only lack a connection.
 */
export function createWaits(clock: Clock, onLate: (urls: readonly string[]) => void) {
  const hosts = new Map<string, Host>()
  let stopTimer = () => {}

  const dueOf = ({ newsAt }: Host, { since, limitMs }: Wait) => Math.max(newsAt, since) + limitMs

  function arm() {
    stopTimer()
    const dues = [...hosts.values()].map((host) => [...host.waits.values()].map((wait) => dueOf(host, wait)))
    const due = Math.min(...dues.flat())
    stopTimer = Number.isFinite(due) ? clock.setTimer(onTimer, Math.max(0, due - clock.now())) : () => {}
  }

  function onTimer() {
    const now = clock.now()
    for (const host of hosts.values()) {
      const late = [...host.waits.values()].filter((wait) => dueOf(host, wait) <= now).slice(0, atOnce)
      if (late.length === 0) continue
      for (const { url } of late) host.waits.delete(url)
      // Those behind them have their connections, and all of their time, from now on.
      host.newsAt = now
      onLate(late.map(({ url }) => url))
    }
    arm()
  }

  function hostOf(url: string): Host {
    const { host: name } = new URL(url)
    const known = hosts.get(name) ?? { waits: new Map<string, Wait>(), newsAt: 0 }
    hosts.set(name, known)
    return known
  }

  return {
    /** @returns what ends it: the picture has come or failed, or (false) nobody waits for it any more */
    begin(url: string, limitMs: number): (isNews: boolean) => void {
      const host = hostOf(url)
      const wait = host.waits.get(url) ?? { url, since: clock.now(), limitMs, users: 0 }
      wait.users++
      host.waits.set(url, wait)
      arm()
      let isOver = false
      return (isNews) => {
        if (isOver) return
        isOver = true
        if (isNews) host.newsAt = clock.now()
        if ((isNews || --wait.users === 0) && host.waits.get(url) === wait) host.waits.delete(url)
        arm()
      }
    },
  }
}
