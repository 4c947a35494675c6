import { livesFor } from '../../base/lifetimes'
import { createStore } from '../../base/store'

/** The reasons of the last denial, for "Same as last". */
export const lastReasons = createStore<readonly string[]>([])
livesFor('work', () => lastReasons.set([]))

/** The last reasons for a hold, the latest first. */
export const lastHoldReasons = createStore<readonly string[]>([])
livesFor('work', () => lastHoldReasons.set([]))

const mostHoldReasons = 5

export function noteHoldReason(reason: string): void {
  const others = lastHoldReasons.get().filter((each) => each !== reason)
  lastHoldReasons.set([reason, ...others].slice(0, mostHoldReasons))
}
