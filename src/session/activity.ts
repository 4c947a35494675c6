import { browserClock } from '../base/clock'
import { config } from '../base/config'
import { keptInBrowser } from '../base/kept'

/** After so long without key or pointer, in any tab, it is asked whether somebody is there; in ms. */
export const idleMs = config.idleMinutes * 60_000
/** So long it is asked before it is locked, in ms. */
export const warningMs = 60_000

// In localStorage for all tabs, also for one that was frozen and hears nothing; a time, and nothing else.
export const activityKey = 'loupe.active-at'

/** As it was stored when it was last looked at, which was at `lookedAt`; since then nobody was seen after `seenAt`. */
let known: string | null = null
let lookedAt: number | null = null
let seenAt = 0

/**
 * When somebody was last seen in any tab, by this tab's clock. What is stored is of the computer's clock, which may have
 * been set since: it is only asked how long ago that was when it has changed, and it changed after it was last looked at.
 */
export function activeAt(): number {
  const now = browserClock.now()
  const stored = keptInBrowser.get(activityKey)
  if (stored === null) seenAt = now
  else if (stored !== known) {
    const longestAgo = lookedAt === null ? Number.POSITIVE_INFINITY : now - lookedAt
    seenAt = now - Math.min(Math.max(0, Date.now() - Number(stored)) || 0, longestAgo)
  }
  known = stored
  lookedAt = now
  return seenAt
}

export function beginActivity(): void {
  known = String(Date.now())
  lookedAt = browserClock.now()
  seenAt = lookedAt
  keptInBrowser.set(activityKey, known)
}

export function forgetActivity(): void {
  known = null
  lookedAt = null
  keptInBrowser.remove(activityKey)
}

/** Whether nobody was here for so long that nothing may be shown. */
export const isIdleOver = (): boolean => browserClock.now() - activeAt() >= idleMs + warningMs
