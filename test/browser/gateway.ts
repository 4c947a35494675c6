import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen, origin, passOn } from './pass-on'

/** How a gateway answers whom it does not know: it leads to a page elsewhere, shows one of its own, or has the browser ask. */
export type Refusal = 'redirect' | 'page' | 'basic'

export interface Gateway {
  url: string
  /** Where people are sent to sign in. */
  signInOrigin: string
  account: { username: string; password: string }
  /** From now on nobody is known any more. */
  end: (refusal: Refusal) => void
  close: () => void
}

const cookie = 'gateway'
const account = { username: 'staff', password: 'gateway-secret' }
const basic = `Basic ${Buffer.from(`${account.username}:${account.password}`).toString('base64')}`

/** A sign-on of a university in front of the app at `target`: a page and a cookie of its own, on two addresses. */
export async function startGateway(target: string): Promise<Gateway> {
  let refusal: Refusal = 'redirect'
  let session = 0
  const signInPage = await listen((req, res) => {
    const { searchParams } = new URL(req.url ?? '/', 'http://sign-in')
    show(res, `${searchParams.get('back')}`)
  })
  const gateway = await listen((req, res) => {
    const url = new URL(req.url ?? '/', own)
    const to = url.searchParams.get('to') ?? '/'
    if (url.pathname === '/gateway/ticket') return letIn(res, to)
    const isLetIn = refusal === 'basic' && req.headers.authorization === basic
    if (isLetIn) res.setHeader('Set-Cookie', ticket())
    if (isLetIn || isKnown(req)) return passOn(req, res, target)
    const back = `${own}/gateway/ticket?to=${encodeURIComponent(url.pathname + url.search)}`
    if (refusal === 'redirect')
      res.writeHead(302, { Location: `${origin(signInPage)}/?back=${encodeURIComponent(back)}` }).end()
    else if (refusal === 'page') show(res, back)
    else res.writeHead(401, { 'WWW-Authenticate': 'Basic realm="University"' }).end('Who are you?')
  })

  // Another site than that of the page where one signs in, and cookies of its own.
  const own = origin(gateway).replace('127.0.0.1', 'localhost')
  const isKnown = ({ headers }: IncomingMessage) => headers.cookie?.includes(`${cookie}=${session}`) === true
  const ticket = () => `${cookie}=${session}; Path=/; HttpOnly`
  const letIn = (res: ServerResponse, to: string) =>
    res.writeHead(302, { Location: to, 'Set-Cookie': ticket() }).end()
  const show = (res: ServerResponse, back: string) =>
    res
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' })
      .end(
        `<!doctype html><title>University sign-in</title><a href="${back.replaceAll('&', '&amp;')}">Sign in to the university</a>`,
      )

  return {
    url: own,
    signInOrigin: origin(signInPage),
    account,
    end: (next) => {
      refusal = next
      session++
    },
    close: () =>
      [gateway, signInPage].forEach((server) => {
        server.closeAllConnections()
        server.close()
      }),
  }
}
