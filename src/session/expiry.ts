/** So long before a token ends, the person is told; in ms. */
export const expiryWarningMs = 15 * 60_000

/** @param expiresAt epoch ms, by the same clock as `now`; null where nobody knows it, and so nothing is said */
export function isExpiryNear(expiresAt: number | null, now: number): boolean {
  return expiresAt !== null && now >= expiresAt - expiryWarningMs
}
