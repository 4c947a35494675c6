import { activityKey, beginActivity, isIdleOver } from './activity'

export const hasActivity = (): boolean => localStorage.getItem(activityKey) !== null

/** Somebody was here; too late where it is to be locked already. */
export function noteActivity(): void {
  if (!isIdleOver()) beginActivity()
}
