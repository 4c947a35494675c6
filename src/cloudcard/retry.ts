import { browserClock } from '../base/clock'
import { livesFor } from '../base/lifetimes'
import { isApiError, type ApiError, type ApiErrorKind } from './api-error'

const MOST_RETRIES = 2
const LONGEST_PAUSE_MS = 15_000
const PASSING: ReadonlySet<ApiErrorKind> = new Set(['server', 'timed-out', 'rate-limited', 'offline'])

/**
 * Whether a read that failed is tried again by itself; for queries only, never for anything that changes something.
 * `failureCount` is how often it had failed before, from 0. Only what can pass by itself: 5xx, 408, 429, our own time
 * limit and a lost connection (not while the browser knows it is offline). When CloudCard asks for a longer pause than
 * 15 s, the screen says so instead.
 */
export function shouldRetry(failureCount: number, error: unknown): boolean {
  if (failureCount >= MOST_RETRIES || !isApiError(error) || !PASSING.has(error.kind)) return false
  if (error.kind === 'offline' && globalThis.navigator?.onLine === false) return false
  return error.retryAt === null || error.retryAt - browserClock.now() <= LONGEST_PAUSE_MS
}

/** Milliseconds until the next try: 1 s, then 2 s, each with up to half more by chance, never before `retryAt`. */
export function retryDelay(
  failureCount: number,
  error: unknown,
  random: () => number = Math.random,
  now: () => number = browserClock.now,
): number {
  const pause = 1000 * 2 ** failureCount
  const askedFor = isApiError(error) && error.retryAt !== null ? error.retryAt - now() : 0
  return Math.max(0, askedFor, pause) + (random() * pause) / 2
}

let lastPause: ApiError | null = null

/** Remembers how long CloudCard, or our own server, wants to be left alone; a shorter pause is waited for by whoever retries. */
export function notePause(error: unknown): void {
  if (!isApiError(error) || error.retryAt === null) return
  if (error.retryAt - browserClock.now() > LONGEST_PAUSE_MS) lastPause = error
}

/** The error that a read would get, as long as a long pause lasts: whoever asks, Refresh too, is told without asking. */
export function pauseError(): ApiError | null {
  if ((lastPause?.retryAt ?? 0) <= browserClock.now()) lastPause = null
  return lastPause
}

livesFor('document', () => void (lastPause = null))
