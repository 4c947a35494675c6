import { browserClock } from '../base/clock'
import { ApiError, type ApiErrorKind } from './api-error'

const LONGEST_WAIT_MS = 60 * 60 * 1000
const HTTP_DATE = /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/

const KINDS: Readonly<Record<number, ApiErrorKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  408: 'timed-out',
  409: 'conflict',
  412: 'conflict',
  429: 'rate-limited',
}

/** Whether only the words of the body tell a version conflict from a refusal (a guess: CloudCard publishes no errors). */
export const isToldByBody = (status: number): boolean => status === 400 || status === 422

/**
 * The typed error for an answer that is not a success.
 * `body` is the text of the answer, '' where it was not read; it may be JSON, HTML or anything else.
 */
export function answerError(response: Response, body: string): ApiError {
  const { status } = response
  // Neither proxy passes this header on from CloudCard: whoever asks for a sign-in so stands in front of Loupe.
  if (status === 401 && response.headers.has('WWW-Authenticate')) return intercepted(status)
  return new ApiError(kindOf(status, body), `CloudCard answered ${status}`, {
    status,
    retryAt: readRetryAt(response.headers, browserClock.now()),
    isJson: isJson(response),
    isOfAccount: status === 403 || (isToldByBody(status) && speaksOfStatus(body)),
    isOwnLimit: response.headers.get('Limited-By') === 'Loupe',
  })
}

/** An answer that is not CloudCard's: it is led elsewhere, or is a page where data were asked for. */
export function isIntercepted(response: Response): boolean {
  const { type, status, ok, headers } = response
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) return true
  return ok && /^(text\/html|application\/xhtml)/i.test(headers.get('Content-Type') ?? '')
}

export function intercepted(status: number): ApiError {
  return new ApiError('intercepted', 'Something on the way answered in place of CloudCard', { status })
}

/** Whether an answer says of itself that it is JSON. */
export function isJson({ headers }: Response): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers.get('Content-Type') ?? '')
}

function kindOf(status: number, body: string): ApiErrorKind {
  if (isToldByBody(status) && speaksOfVersion(body)) return 'conflict'
  const kind = KINDS[status]
  if (kind !== undefined) return kind
  if (status >= 500) return 'server'
  return status >= 400 ? 'refused' : 'unreadable'
}

/** A guess, as all of this: an empty answer speaks of nothing else either. JSON often has the number of the answer as `status`. */
function speaksOfStatus(body: string): boolean {
  const text = wordsOf(body).replaceAll(/"status"\s*:\s*\d+/g, '')
  return text.trim() === '' || /\bstatus\b|\bon[ _-]?hold\b/i.test(text)
}

function speaksOfVersion(body: string): boolean {
  // The second wording is that of Grails.
  return /\bversion\b|another user has updated/i.test(wordsOf(body))
}

/** Markup is left out: `<?xml version="1.0"?>` opens many an error page. */
const wordsOf = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ')

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
