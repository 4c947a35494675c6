import type { Server, ServerResponse } from 'node:http'
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

export function contentSecurityPolicy(photoOrigins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["img-src 'self'", ...photoOrigins].join(' '),
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** On every answer of a server, also where Vite or Node refuse a request by themselves. */
export function secureServer(server: Server, policy: string): void {
  // Nothing is kept but what says so itself.
  const headers = { ...securityHeaders, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' }
  server.prependListener('request', (_req, res) => setHeaders(res, headers))
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
