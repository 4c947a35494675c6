import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pipeline } from 'node:stream'
import { urlToHttpOptions } from 'node:url'
import { type Answer, sendJsonError } from './http-answer'

// Lists of what passes, not of what is held back: cookies, referrers, and whatever a browser or a
// server will add one day, stay on their own side without being named here.
const requestHeaders = ['accept', 'user-agent', 'x-auth-token', 'accept-encoding']
const bodyHeaders = ['content-type', 'content-length']
const answerHeaders = ['content-type', 'content-length', 'content-encoding', 'retry-after', 'date', 'vary']

/**
 * Passes `/cloudcard/…` on to the API at `target`, a http(s) address that may have a path. `timeoutMs` is how long the API may
 * take to begin its answer, and then how long it may be silent. `onFailure` is told why it could not be reached.
 */
export function cloudcardProxy(
  target: URL,
  timeoutMs = 20_000,
  onFailure: (error: NodeJS.ErrnoException) => void = () => {},
): Answer {
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const base = target.pathname.replace(/\/+$/, '')

  return (req, res) => {
    const hasBody = req.method === 'POST' || req.method === 'PUT'
    const upstream = send({
      ...urlToHttpOptions(target),
      method: req.method,
      path: `${base}${(req.url ?? '').slice('/cloudcard'.length)}`,
      headers: pick(req.headers, hasBody ? [...requestHeaders, ...bodyHeaders] : requestHeaders),
      timeout: timeoutMs,
    })
    let isLate = false
    let hasFailed = false
    const giveUp = () => {
      isLate = true
      upstream.destroy()
    }
    // Apart from the silence: an answer whose headers come one byte a second is never silent.
    const deadline = setTimeout(giveUp, timeoutMs)
    upstream.on('timeout', giveUp)
    upstream.on('response', (answer) => {
      clearTimeout(deadline)
      passOn(answer)
    })
    // It would turn the connection into something else, which nobody here has asked for.
    upstream.on('upgrade', (_answer, socket) => {
      socket.destroy()
      fail(502, 'CloudCard answered with something that is no answer.')
    })
    upstream.on('error', (error) => {
      if (res.destroyed || hasFailed) return
      if (!res.headersSent) onFailure(error)
      fail(isLate ? 504 : 502, isLate ? 'CloudCard did not answer in time.' : 'CloudCard cannot be reached.')
    })
    upstream.on('close', () => clearTimeout(deadline))
    res.on('close', () => upstream.destroy())
    if (hasBody) req.pipe(upstream)
    else upstream.end()

    function passOn(answer: IncomingMessage): void {
      const { statusCode: status = 0 } = answer
      const isAnswer = status >= 200 && status <= 599
      const isRefusal = status >= 400
      if (!isAnswer || !(isRefusal || isJson(answer) || isEmpty(answer))) {
        answer.destroy()
        return fail(
          502,
          isAnswer
            ? 'CloudCard answered with something other than JSON.'
            : 'CloudCard answered with something that is no answer.',
        )
      }
      res.writeHead(status, {
        ...pick(answer.headers, answerHeaders),
        // The page of a failure is text to us, and must be no page to the browser.
        ...(isRefusal && !isJson(answer) && { 'content-type': 'text/plain; charset=utf-8' }),
        'Cache-Control': 'no-store',
      })
      // An answer that breaks off must break off here too: pipeline destroys the other side.
      pipeline(answer, res, () => {})
    }

    function fail(status: number, error: string): void {
      hasFailed = true
      if (res.headersSent || res.destroyed) res.destroy()
      else sendJsonError(res, status, error)
    }
  }
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(headers['content-type'] ?? '')
}

function isEmpty({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 204 || statusCode === 304 || headers['content-length'] === '0'
}

function pick(headers: IncomingHttpHeaders, names: string[]): IncomingHttpHeaders {
  return Object.fromEntries(names.filter((name) => headers[name]).map((name) => [name, headers[name]]))
}
