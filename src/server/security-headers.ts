import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** What every answer carries, whoever gives it: the start server, or the web server of an office. */
export const securityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

type PictureSettings = { photoOrigins: readonly string[]; pictures: 'direct' | 'own' }

/** The policy of every page. Where pictures come under our own address, nothing else is allowed to show any. */
export function contentSecurityPolicy({ photoOrigins, pictures }: PictureSettings): string {
  const foreign = pictures === 'own' ? [] : photoOrigins
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...foreign].join(' '),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/**
 * On every answer of a server, also where Vite or Node refuse a request by themselves; and it answers to the names of this computer
 * alone, so that no other name can be made to lead a browser here.
 */
export function secureServer(server: Server, policy: string): void {
  // Nothing is kept but what says so itself.
  const headers = { ...securityHeaders, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }
  const refuse = (res: ServerResponse, status: number, words: string) =>
    res.writeHead(status, { 'Content-Type': 'text/plain', Connection: 'close' }).end(`${words}\n`)
  const listeners = server.listeners('request') as ((req: IncomingMessage, res: ServerResponse) => void)[]
  server.removeAllListeners('request')
  server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    setHeaders(res, headers)
    if (!req.headers.host) refuse(res, 400, 'The request does not say which host it is for.')
    else if (!ownHost.test(req.headers.host)) refuse(res, 403, 'Loupe is not reached by this name.')
    else for (const listener of listeners) listener.call(server, req, res)
  })
  // Node would refuse these two by itself, without a header of ours.
  Object.assign(server, { requireHostHeader: false })
  server.on('checkExpectation', (_req: IncomingMessage, res: ServerResponse) => {
    setHeaders(res, headers)
    refuse(res, 417, 'Nothing of this kind can be expected here.')
  })
  // What cannot be read as a request is answered before there is a response to set headers on.
  server.prependListener('clientError', ({ code }: NodeJS.ErrnoException, socket: Duplex) => {
    if (code === 'ECONNRESET' || !socket.writable) return
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end(
      [`HTTP/1.1 ${refusals[code ?? ''] ?? '400 Bad Request'}`, ...lines, 'Connection: close', '', ''].join(
        '\r\n',
      ),
    )
  })
}

const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

const refusals: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Without a policy: the hot reloading of the development server needs inline scripts and styles. */
export function secureDevelopmentServer(server: Server): void {
  server.prependListener('request', (_req, res) => setHeaders(res, securityHeaders))
}

function setHeaders(res: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
}
