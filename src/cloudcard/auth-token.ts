import { ApiError } from './api-error'
import { forgetRefusals, noteGood } from './refused-calls'

let authToken: string | null = null

/** 'open': requests go out; 'waiting': somebody has to sign in again first; 'over': nobody is signed in any more. */
type Gate = 'open' | 'waiting' | 'over'

let gate: Gate = 'open'
const waiting = new Set<() => void>()
let onRefused: () => void = () => {}

/** Whether a value can travel as X-Auth-Token: printable ASCII without blanks (what a token looks like is a guess). */
export function isAuthToken(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)
}

/**
 * Sets the token that every following request sends; null sends none. It is held in memory only.
 * A value that no header can carry counts as none, so that CloudCard answers 401 and the person signs in again.
 */
export function setAuthToken(token: string | null): void {
  authToken = isAuthToken(token) ? token : null
  noteGood(authToken)
  setGate('open')
}

export function getAuthToken(): string | null {
  return authToken
}

/** The token is no longer good: reads wait until there is another one, everything else is refused. */
export function awaitAuthToken(): void {
  authToken = null
  setGate('waiting')
}

/** Nothing more is sent for whoever was signed in; what waited for a sign-in is refused. */
export function dropAuthToken(): void {
  authToken = null
  forgetRefusals()
  setGate('over')
}

function setGate(next: Gate) {
  gate = next
  if (gate !== 'waiting') for (const settle of waiting) settle()
}

export const isGateOpen = (): boolean => gate === 'open'

/** Called when CloudCard has refused the token that is held: once for each token, however many requests that ended. */
export function onTokenRefused(listener: () => void): void {
  onRefused = listener
}

/** @param token with which a request was refused; another one may be held by now */
export function tellTokenRefused(token: string | null): void {
  if (token !== null && token === authToken) onRefused()
}

/** Resolves when requests may go out; rejects with an ApiError where nobody will sign in again, or with the signal's reason. */
export function whenGateOpen(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (gate === 'waiting' && !signal?.aborted) return
      waiting.delete(settle)
      signal?.removeEventListener('abort', settle)
      if (signal?.aborted) reject(signal.reason)
      else if (gate === 'open') resolve()
      else reject(notSignedIn())
    }
    waiting.add(settle)
    signal?.addEventListener('abort', settle)
    settle()
  })
}

/** Without a status: nothing was asked. */
export const notSignedIn = (): ApiError => new ApiError('signed-out', 'Nobody is signed in')
