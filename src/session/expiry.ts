/** So long a session lasts at most from signing in, in ms: CloudCard tells no end of one that began with a password. */
const longestMs = 12 * 60 * 60_000

/** When a session that begins now has to end at the latest; by the clock of `now`. */
export const latestEnd = (expiresAt: number | null, now: number): number =>
  Math.min(expiresAt ?? Number.POSITIVE_INFINITY, now + longestMs)

/** So long before a token ends, the person is told; in ms. */
const expiryWarningMs = 15 * 60_000

/** @param expiresAt epoch ms, by the same clock as `now`; null where nobody knows it, and so nothing is said */
export function isExpiryNear(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - expiryWarningMs
}
