import { activityKey, beginActivity, isIdleOver } from './activity'
import { keptInBrowser } from '../base/kept'

export const hasActivity = (): boolean => keptInBrowser.get(activityKey) !== null

/** Somebody was here; too late where it is to be locked already. */
export function noteActivity(): void {
  if (!isIdleOver()) beginActivity()
}
