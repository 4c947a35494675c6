/**
 * A 401 usually says that the token has ended. Where one kind of call is answered so with a token that is good for others, it
 * is a refusal of that call: signing in again would never end it.
 */

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

/** To be asked of each 401: whether it speaks of the call, and not of the token. */
export function isRefusalOfCall(call: string, token: string | null): boolean {
  if (token === null) return false
  const before = refused.get(call)
  const isGood = good?.token === token && performance.now() - good.at < goodForMs
  // Signing in again did not help it.
  const isOfCall = before === null || (before !== undefined && before !== token && isGood)
  refused.set(call, isOfCall ? null : token)
  return isOfCall
}

export function forgetRefusals(): void {
  refused.clear()
  good = null
}
