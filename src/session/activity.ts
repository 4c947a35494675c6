import { browserClock } from '../base/clock'
import { config } from '../base/config'
import { keptInBrowser } from '../base/kept'

/** After so long without key or pointer, in any tab, it is asked whether somebody is there; in ms. */
const idleMs = config.idleMinutes * 60_000
/** So long it is asked before it is locked, in ms. */
const warningMs = 60_000
/** So much later somebody is noted again at the earliest, in ms. */
const noteEveryMs = 1_000

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
function activeAt(): number {
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

export const hasActivity = (): boolean => keptInBrowser.get(activityKey) !== null

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

const idleFor = (): number => browserClock.now() - activeAt()

/** Whether nobody was here for so long that nothing may be shown. */
export const isIdleOver = (): boolean => idleFor() >= idleMs + warningMs

/** When it is locked, by the clock, unless somebody says that he is there; null while that is not asked. */
export const locksAt = (): number | null => (idleFor() < idleMs ? null : activeAt() + idleMs + warningMs)

/**
 * Somebody was here. That is too late where it is to be locked already, and while it is asked only who says so counts.
 *
 * @param isSaid by a key or the pointer's button: one that is only moved may have been pushed
 */
export function noteActivity(isSaid: boolean): void {
  if (isIdleOver() || (locksAt() !== null && !isSaid) || idleFor() < noteEveryMs) return
  beginActivity()
}
