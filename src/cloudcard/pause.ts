import { browserClock } from '../base/clock'
import { livesFor } from '../base/lifetimes'
import { type ApiError, isApiError } from './api-error'

/** A shorter pause is waited for by whoever retries. */
const LONG_PAUSE_MS = 15_000
let last: ApiError | null = null

/** Remembers how long CloudCard, or our own server, wants to be left alone. */
export function notePause(error: unknown): void {
  if (!isApiError(error) || error.retryAt === null) return
  if (error.retryAt - browserClock.now() > LONG_PAUSE_MS) last = error
}

/** The error that a read would get, as long as a long pause lasts: whoever asks, Refresh too, is told without asking. */
export function pauseError(): ApiError | null {
  if (last !== null && (last.retryAt ?? 0) <= browserClock.now()) last = null
  return last
}

livesFor('document', () => void (last = null))
