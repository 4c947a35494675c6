import { browserClock } from '../base/clock'
import { ApiError, type ApiErrorKind } from './api-error'
import { readRetryAt } from './retry-after'

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
export function isToldByBody(status: number): boolean {
  return status === 400 || status === 422
}

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
function wordsOf(body: string): string {
  return body.replaceAll(/<[^>]*>/g, ' ')
}
