import type { IncomingMessage } from 'node:http'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { pipeline } from 'node:stream'
import { answerPolicy, isFromOwnPage } from './call-guard'
import type { Answer } from './http-answer'

/**
 * Where pictures of others are served under our own address: `/pictures/N/…` is what lies below the Nth place of PHOTO_ORIGINS. The
 * rest is strict, since a server may tidy a path up once more: no dots that lead upwards, also encoded, no slash that is hidden.
 */
export const picturePattern =
  "^/pictures/(?<loupe_picture_place>[0-9]{1,2})/(?<loupe_picture_rest>(?!(?:[^?]*/)?(?:\\.|%2[eE]){1,2}(?:[/?]|$))(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%(?!2[fF]|5[cC]|00)[0-9A-Fa-f]{2})+(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?)$"

const picture = new RegExp(picturePattern)

/**
 * Passes pictures on from `origins`, with nothing that says who looks at them, and with nothing back but the picture: it may not
 * be kept. `timeoutMs` is how long the other side may be silent.
 */
export function pictureProxy(origins: readonly string[], timeoutMs = 20_000): Answer {
  return (req, res) => {
    res.setHeader('Content-Security-Policy', answerPolicy)
    const target = targetOf(req, origins)
    if (!target) return void res.writeHead(404, { 'Cache-Control': 'no-store' }).end()
    const send = target.protocol === 'https:' ? requestHttps : requestHttp
    const upstream = send(target, { method: 'GET', headers: { accept: 'image/*' }, timeout: timeoutMs })
    const fail = (status: number) => {
      if (res.headersSent || res.destroyed) res.destroy()
      else res.writeHead(status, { 'Cache-Control': 'no-store' }).end()
    }
    upstream.on('timeout', () => upstream.destroy(new Error('silent')))
    upstream.on('upgrade', (_answer, socket) => {
      socket.destroy()
      fail(502)
    })
    upstream.on('error', ({ message }) => fail(message === 'silent' ? 504 : 502))
    res.on('close', () => upstream.destroy())
    upstream.on('response', (answer) => {
      const { statusCode: status = 0 } = answer
      if (status !== 200) {
        answer.destroy()
        // Not followed: a place that is allowed must not lead to one that is not.
        return fail(status >= 400 && status <= 599 ? status : 502)
      }
      answer.once('readable', () => {
        const head = answer.read() as Buffer | null
        const type = head && typeOf(head)
        if (!type) {
          answer.destroy()
          return fail(502)
        }
        const length = answer.headers['content-length']
        res.writeHead(200, {
          'Content-Type': type,
          'Cache-Control': 'no-store',
          ...(length && { 'Content-Length': length }),
        })
        res.write(head)
        pipeline(answer, res, () => {})
      })
    })
    upstream.end()
  }
}

function targetOf(req: IncomingMessage, origins: readonly string[]): URL | undefined {
  const parts = picture.exec(req.url ?? '')?.groups
  const origin = origins[Number(parts?.loupe_picture_place)]
  const destination = req.headers['sec-fetch-dest'] ?? 'image'
  if (req.method !== 'GET' || !origin || !isFromOwnPage(req.headers)) return undefined
  if (destination !== 'image' && destination !== 'empty') return undefined
  return new URL(`${origin.replace(/\/$/, '')}/${parts?.loupe_picture_rest}`)
}

/** What it is by its first bytes: stores often call a picture a stream of bytes, and anything may be called a picture. */
function typeOf(head: Buffer): string | undefined {
  if (head.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg'
  if (head.subarray(0, 8).equals(Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)))
    return 'image/png'
  const text = head.subarray(0, 12).toString('latin1')
  if (/^GIF8[79]a/.test(text)) return 'image/gif'
  if (/^RIFF.{4}WEBP/s.test(text)) return 'image/webp'
  return /^.{4}ftypavif/s.test(text) ? 'image/avif' : undefined
}
