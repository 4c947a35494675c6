import { getResponse } from 'msw'
import { vi } from 'vitest'
import { sandbox } from '../journeys/app'
import type { Fault } from './faults'
import { during } from './person'

/** One request, and what the wire can do with it. */
export type Exchange = {
  request: Request
  /** What CloudCard answers, having done what was asked. */
  answer: () => Promise<Response>
  /** The answer to the same question about another photo. */
  another: () => Promise<Response>
  /** The answer of a change that was made, without making it. */
  onlyYes: () => Promise<Response>
  never: () => Promise<Response>
  lost: () => Promise<Response>
  redirected: () => Response
  /** An answer whose parts are asked for one by one; null is its end. */
  body: (next: (part: (bytes: Uint8Array | null) => void) => Promise<void>) => Response
  wait: (seconds: number) => Promise<void>
  /** CloudCard's clock, epoch ms. */
  now: () => number
}

type OnWire = { fault: Fault; isOf: (request: Request) => boolean; until: number | null }

let onWire: OnWire | null = null
/** What was asked since the wire was laid, as "GET /photo?max=25&…". */
export const asked: string[] = []
let changeAnswer: (request: Request, answer: Response) => Promise<Response> = async (_request, answer) =>
  answer

/** All that the app asks goes over a wire that can be broken; behind it is the sandbox. */
export function layWire(change: typeof changeAnswer) {
  changeAnswer = change
  onWire = null
  vi.stubGlobal('fetch', send)
}

export function breakWire(fault: Fault, isOf: (request: Request) => boolean) {
  onWire = { fault, isOf, until: null }
  if (fault.isOffline) setOnline(false)
}

/** Whether somebody has met what is wrong. */
export const isMet = () => onWire?.until !== null

export function mendWire() {
  const wasOffline = onWire?.fault.isOffline
  onWire = null
  if (wasOffline) setOnline(true)
}

function setOnline(isOnline: boolean) {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'))
}

async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { signal, ...rest } = init ?? {}
  const request = new Request(new URL(String(input), window.location.href), rest)
  const { pathname, search } = new URL(request.url)
  asked.push(`${request.method} ${pathname.replace('/cloudcard', '')}${search}`)
  const broken = brokenFor(request)
  const exchange = exchangeOf(request, signal ?? null)
  return untilAborted(broken ? broken.fault.play(exchange) : exchange.answer(), signal ?? null)
}

/** How long it lasts counts from the first time that somebody meets it. */
function brokenFor(request: Request): OnWire | null {
  if (onWire === null || !onWire.isOf(request)) return null
  onWire.until ??= Date.now() + (onWire.fault.seconds ?? Number.POSITIVE_INFINITY) * 1000
  return Date.now() < onWire.until ? onWire : null
}

/** As browsers do it: who gives a request up hears of it at once. */
function untilAborted(answer: Promise<Response>, signal: AbortSignal | null): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    signal?.addEventListener('abort', () => reject(signal.reason as Error))
    answer.then(resolve, reject)
  })
}

function exchangeOf(request: Request, signal: AbortSignal | null): Exchange {
  const ask = (url: string) => during(answerTo(url))
  const answerTo = async (url: string): Promise<Response> => {
    const { method, headers } = request
    const body = method === 'GET' ? null : await request.clone().text()
    const asking = new Request(url, { method, headers, body })
    const answer = await getResponse(sandbox.handlers, asking)
    return changeAnswer(asking, answer ?? new Response(null, { status: 404 }))
  }
  const wait = (seconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000))
  const json = (value: unknown) => Response.json(value)
  const id = () => Number(/\/photo\/(\d+)/.exec(request.url)?.[1])
  const otherId = () => sandbox.db.withStatus('APPROVED').find((photo) => photo.id !== id())?.id ?? 0
  return {
    request,
    wait,
    now: () => Date.now(),
    answer: () => ask(request.url),
    async another() {
      if (request.method !== 'GET') return json({ id: otherId(), status: 'APPROVED', publicKey: 'other' })
      return ask(request.url.replace(String(id()), String(otherId())))
    },
    async onlyYes() {
      if (request.method !== 'PUT') return new Response(null, { status: 204 })
      const { status } = (await request.clone().json()) as { status: string }
      return json({ id: id(), status, publicKey: 'yes' })
    },
    never: () => new Promise(() => {}),
    // As browsers say it, each in words of its own.
    lost: async () => Promise.reject(new TypeError('Failed to fetch')),
    redirected() {
      const response = new Response(null)
      // Only a browser makes one.
      Object.defineProperties(response, {
        type: { value: 'opaqueredirect' },
        status: { value: 0 },
        ok: { value: false },
      })
      return response
    },
    body(next) {
      const parts = new ReadableStream<Uint8Array>(
        {
          start: (controller) =>
            signal?.addEventListener('abort', () => controller.error(signal.reason as Error)),
          pull: (controller) =>
            next((bytes) => {
              if (signal?.aborted) return
              if (bytes === null) controller.close()
              else controller.enqueue(bytes)
            }),
        },
        { highWaterMark: 0 },
      )
      return new Response(parts, { headers: { 'Content-Type': 'application/json' } })
    },
  }
}
