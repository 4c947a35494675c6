import type { IncomingMessage } from 'node:http'
import { callOf } from './call-of'
import { type Answer, sendJsonError } from './http-answer'

/** The greatest body of a call, in bytes; nginx has the same limit. */
export const BODY_LIMIT = 64 * 1024

/**
 * What an answer under `/cloudcard/` carries in place of the page's own policy: should it ever be taken for a page or a script,
 * it may do nothing there.
 */
export const answerPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/**
 * Lets the calls through that Loupe makes, from its own pages, and refuses everything else under `/cloudcard/` before it is
 * counted or sent anywhere. The web server of an office does the same: deploy/nginx.conf.template.
 */
export function guardCalls(answer: Answer): Answer {
  return (req, res) => {
    res.setHeader('Content-Security-Policy', answerPolicy)
    const refusal = refusalOf(req)
    if (!refusal) return answer(req, res)
    if (refusal.status === 405) res.setHeader('Allow', 'GET, POST, PUT')
    // A body that nobody reads would hold up the connection.
    res.setHeader('Connection', 'close')
    sendJsonError(res, refusal.status, refusal.error)
  }
}

interface Refusal {
  status: number
  error: string
}

function refusalOf({ method = '', url = '', headers }: IncomingMessage): Refusal | undefined {
  const refuse = (status: number, error: string): Refusal => ({ status, error })
  const hasBody = method === 'POST' || method === 'PUT'
  if (!hasBody && method !== 'GET') return refuse(405, 'CloudCard has no use for this method.')
  if (!callOf(method, url.slice('/cloudcard'.length))) return refuse(404, 'Loupe has no use for this call.')
  if (!isFromOwnPage(headers)) return refuse(403, 'Only a page of Loupe may ask here.')
  // What a script asks for has no destination; a page, a script or a picture has one.
  if (!['empty', undefined].includes(header(headers['sec-fetch-dest'])))
    return refuse(403, 'What CloudCard answers is no page, script or picture.')
  if (!hasBody) return undefined
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    return refuse(415, 'Only JSON is sent to CloudCard.')
  const length = headers['content-length']
  if (length === undefined) return refuse(411, 'The length of the request is missing.')
  return Number(length) > BODY_LIMIT ? refuse(413, 'The request is too large.') : undefined
}

/** Programs that are no browser say nothing of where they come from: whoever may start one needs no foreign page. */
export function isFromOwnPage({ origin, host, ...headers }: IncomingMessage['headers']): boolean {
  const site = header(headers['sec-fetch-site'])
  if (site !== undefined && site !== 'same-origin') return false
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join() : value
}
