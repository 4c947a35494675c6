import { config } from '../config'

/** After so long without key or pointer, in any tab, it is asked whether somebody is there; in ms. */
export const idleMs = config.idleMinutes * 60_000
/** So long it is asked before it is locked, in ms. */
export const warningMs = 60_000

// In localStorage for all tabs, also for one that was frozen and hears nothing; a time, and nothing else.
const storageKey = 'loupe.active-at'

/** When somebody was last seen, epoch ms; a time to come is none. */
export function activeAt(): number {
  const stored = Number(localStorage.getItem(storageKey))
  return stored > 0 && stored <= Date.now() ? stored : Date.now()
}

export const hasActivity = (): boolean => localStorage.getItem(storageKey) !== null

/** Somebody was here; too late where it is to be locked already. */
export function noteActivity(): void {
  if (!isIdleOver()) beginActivity()
}

export function beginActivity(): void {
  localStorage.setItem(storageKey, String(Date.now()))
}

export function forgetActivity(): void {
  localStorage.removeItem(storageKey)
}

/** Whether nobody was here for so long that nothing may be shown. */
export const isIdleOver = (): boolean => Date.now() - activeAt() >= idleMs + warningMs
