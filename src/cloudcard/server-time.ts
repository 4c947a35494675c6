import { browserClock } from '../base/clock'
import { livesFor } from '../base/lifetimes'

/** How far the server's clock is ahead of ours, in ms; null until it has answered. */
let ahead: number | null = null

/** The times of CloudCard are compared with the `Date` of its own answers: this computer's clock may be wrong by hours. */
export function noteServerTime(headers: Headers): void {
  const time = Date.parse(headers.get('Date') ?? '')
  if (!Number.isNaN(time)) ahead = time - browserClock.now()
}

/** epoch ms by the server's clock; where the server has not told it, by this computer's, which setting it does not change. */
export const serverTime = (): number => browserClock.now() + (ahead ?? 0)

/** How far the server is ahead of this computer's clock, in ms: for a reload, which begins with knowing nothing. */
export const serverAhead = (): number => serverTime() - Date.now()
export function takeServerAhead(ms: number): void {
  ahead = Date.now() + ms - browserClock.now()
}

livesFor('document', () => void (ahead = null))
