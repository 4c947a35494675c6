import type { ServerResponse } from 'node:http'

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

/** Without a policy, on the development server: its hot reloading needs inline scripts and styles. */
export function setSecurityHeaders(res: ServerResponse, policy?: string): void {
  for (const [name, value] of Object.entries(securityHeaders)) res.setHeader(name, value)
  if (policy) res.setHeader('Content-Security-Policy', policy)
}
