import { createStore, until } from '../base/store'
import { ApiError } from './api-error'

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

export const getAuthToken = (): string | null => authToken

/** The token is no longer good: reads wait until there is another one, everything else is refused. */
export function awaitAuthToken(): void {
  authToken = null
  gate.set('waiting')
}

/** Nothing more is sent for whoever was signed in; what waited for a sign-in is refused. */
export function dropAuthToken(): void {
  authToken = null
  refused.clear()
  good = null
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
export async function whenGateOpen(signal?: AbortSignal): Promise<void> {
  await until(gate, (state) => state !== 'waiting', signal)
  if (!isGateOpen()) throw notSignedIn()
}

/** Without a status: nothing was asked. */
export const notSignedIn = (): ApiError => new ApiError('signed-out', 'Nobody is signed in')

/** Kinds that were refused, with which token, and were not accepted since; null: it is known to be the call. */
const refused = new Map<string, string | null>()
/** The token that was known last to be good, and when, by a clock that nobody sets. */
let good: { token: string; at: number } | null = null

/** So long a token that was just given, or accepted, is good for sure; in ms. */
const goodForMs = 60_000

/** A token was given just now, or accepted for a call. */
export function noteGood(token: string | null, call?: string): void {
  if (call !== undefined) refused.delete(call)
  if (token !== null) good = { token, at: performance.now() }
}

/**
 * Whether a 401 speaks of the call, and not of the token. Usually it says that the token has ended; where one kind of call is
 * answered so with a token that is good for others, it is a refusal of that call: signing in again would never end it.
 */
export function isRefusalOfCall(call: string, token: string | null): boolean {
  if (token === null) return false
  const before = refused.get(call)
  const isGood = good?.token === token && performance.now() - good.at < goodForMs
  // Signing in again did not help it.
  const isOfCall = before === null || (before !== undefined && before !== token && isGood)
  refused.set(call, isOfCall ? null : token)
  return isOfCall
}
