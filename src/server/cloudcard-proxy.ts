import { request as requestHttp, type IncomingHttpHeaders } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pipeline } from 'node:stream'
import { urlToHttpOptions } from 'node:url'
import { type Answer, sendJsonError } from './http-answer'

// Lists of what passes, not of what is held back: cookies, referrers, and whatever a browser or a
// server will add one day, stay on their own side without being named here.
const requestHeaders = ['accept', 'user-agent', 'x-auth-token', 'accept-encoding']
const bodyHeaders = ['content-type', 'content-length']
const answerHeaders = ['content-type', 'content-length', 'content-encoding', 'retry-after', 'date', 'vary']

/** Passes `/cloudcard/…` on to the API at `target`, a http(s) address that may have a path. */
export function cloudcardProxy(target: URL, timeoutMs = 20_000): Answer {
  const send = target.protocol === 'https:' ? requestHttps : requestHttp
  const base = target.pathname.replace(/\/+$/, '')

  return (req, res) => {
    const { method = '', url = '' } = req
    const hasBody = method === 'POST' || method === 'PUT'
    if (!hasBody && method !== 'GET' && method !== 'HEAD') {
      res.setHeader('Allow', 'GET, HEAD, POST, PUT')
      return sendJsonError(res, 405, `CloudCard has no use for ${method}.`)
    }
    const rest = url.slice('/cloudcard'.length)
    const upstream = send({
      ...urlToHttpOptions(target),
      method,
      path: `${base}${rest.startsWith('/') ? '' : '/'}${rest}`,
      headers: pick(req.headers, hasBody ? [...requestHeaders, ...bodyHeaders] : requestHeaders),
      timeout: timeoutMs,
    })
    let isLate = false
    upstream.on('timeout', () => {
      isLate = true
      upstream.destroy()
    })
    upstream.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, {
        ...pick(answer.headers, answerHeaders),
        'Cache-Control': 'no-store',
      })
      // An answer that breaks off must break off here too: pipeline destroys the other side.
      pipeline(answer, res, () => {})
    })
    upstream.on('error', () => {
      if (res.headersSent || res.destroyed) res.destroy()
      else if (isLate) sendJsonError(res, 504, 'CloudCard did not answer in time.')
      else sendJsonError(res, 502, 'CloudCard cannot be reached.')
    })
    res.on('close', () => upstream.destroy())
    if (hasBody) req.pipe(upstream)
    else upstream.end()
  }
}

function pick(headers: IncomingHttpHeaders, names: string[]): IncomingHttpHeaders {
  return Object.fromEntries(names.filter((name) => headers[name]).map((name) => [name, headers[name]]))
}
