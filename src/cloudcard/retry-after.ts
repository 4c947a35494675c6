const LONGEST_WAIT_MS = 60 * 60 * 1000
const HTTP_DATE = /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/

/**
 * When CloudCard lets us ask again, in epoch ms, from an answer's Retry-After (RFC 9110: seconds, or an HTTP date).
 * null when the header is missing, means nothing, or names a moment that has passed; never more than an hour
 * ahead: nobody is to be locked out for a day by a header.
 * A date is measured against the answer's own Date, so that an office clock that is wrong does no harm.
 */
export function readRetryAt(headers: Headers, now: number): number | null {
  const value = headers.get('Retry-After')?.trim() ?? ''
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : waitUntil(value, headers.get('Date'), now)
  return wait > 0 ? now + Math.min(wait, LONGEST_WAIT_MS) : null
}

function waitUntil(value: string, serverDate: string | null, now: number): number {
  if (!HTTP_DATE.test(value)) return 0
  const serverNow = serverDate === null ? Number.NaN : Date.parse(serverDate)
  return Date.parse(value) - (Number.isNaN(serverNow) ? now : serverNow)
}
