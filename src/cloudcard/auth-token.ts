import { createStore } from '../base/store'
import { ApiError } from './api-error'
import { forgetRefusals, noteGood } from './refused-calls'

let authToken: string | null = null

/** 'open': requests go out; 'waiting': somebody has to sign in again first; 'over': nobody is signed in any more. */
const gate = createStore<'open' | 'waiting' | 'over'>('open')
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
  gate.set('open')
}

export function getAuthToken(): string | null {
  return authToken
}

/** The token is no longer good: reads wait until there is another one, everything else is refused. */
export function awaitAuthToken(): void {
  authToken = null
  gate.set('waiting')
}

/** Nothing more is sent for whoever was signed in; what waited for a sign-in is refused. */
export function dropAuthToken(): void {
  authToken = null
  forgetRefusals()
  gate.set('over')
}

export const isGateOpen = (): boolean => gate.get() === 'open'

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
      if (gate.get() === 'waiting' && !signal?.aborted) return
      stop()
      signal?.removeEventListener('abort', settle)
      if (signal?.aborted) reject(signal.reason)
      else if (isGateOpen()) resolve()
      else reject(notSignedIn())
    }
    const stop = gate.subscribe(settle)
    signal?.addEventListener('abort', settle)
    settle()
  })
}

/** Without a status: nothing was asked. */
export const notSignedIn = (): ApiError => new ApiError('signed-out', 'Nobody is signed in')
