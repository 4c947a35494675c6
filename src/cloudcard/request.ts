import { livesFor } from '../base/lifetimes'
import { answerError, intercepted, isIntercepted, isJson, isToldByBody } from './answer-error'
import { ApiError, isApiError } from './api-error'
import {
  getAuthToken,
  isGateOpen,
  isRefusalOfCall,
  noteGood,
  notSignedIn,
  tellTokenRefused,
  whenGateOpen,
} from './auth-token'
import { ownAddress } from './own-address'
import { noteServerTime } from './server-time'
import { beginIncoming } from './incoming'
import { notePause, pauseError } from './retry'
import { createScheduler, type Priority } from './scheduler'

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT'
  query?: Record<string, string | number>
  /** Sent as JSON. */
  body?: unknown
  signal?: AbortSignal
  /** Which call of our list it is, whatever the photo or person: what is refused of one of a kind is refused of all. */
  kind?: string
  /** Asked each time a place becomes free; without it the request is waited for. */
  priority?: () => Priority
  /** The two sign-in calls: no token is sent. */
  isSignIn?: boolean
  /** Goes on when the page is left. */
  keepalive?: boolean
  /** The page is being left: it does not wait for its turn. */
  isLeaving?: boolean
  /** Sent instead of the token that is held: the sign-out of a token that is already forgotten here. */
  authToken?: string
}

/** How long an answer may be silent, in ms, before it begins and between its parts; our own choice. */
export const TIME_LIMIT_MS = 15_000
/** How long it may take as a whole, and how large it may become: one that never ends must end. 1,000 photos have 2.4 MB. */
const WHOLE_LIMIT_MS = 180_000
const SIZE_LIMIT_BYTES = 64_000_000

const { schedule, reconsider, forget } = createScheduler(3)
livesFor('document', forget)

/** To be called when a person may have begun to wait for what is being read ahead. */
export const reconsiderPriorities = reconsider

/**
 * The one way to CloudCard: `path` under our own `/cloudcard`, the token in X-Auth-Token and nowhere else.
 * Gives the parsed JSON, undefined for an empty answer (204). Rejects with an ApiError, with the reason of the caller's
 * `signal` when that aborts, or with a TypeError, before anything is sent, when the path could leave our origin.
 * A read whose token has ended waits until somebody has signed in again, and is then asked anew.
 */
export async function request(path: `/${string}`, options: RequestOptions = {}): Promise<unknown> {
  const address = ownAddress(path, options.query)
  if (options.isLeaving) return send(address, options)
  if (options.isSignIn || options.authToken) {
    return schedule((makeRoom) => send(address, options, makeRoom), options)
  }
  return sendSignedIn(address, options)
}

/** Tells when the token was refused, however many requests that ended. */
async function sendSignedIn(address: string, options: RequestOptions): Promise<unknown> {
  const method = options.method ?? 'GET'
  const isRead = method === 'GET'
  const call = options.kind ?? `${method} ${address}`
  for (;;) {
    let token: string | null = null
    // What changes something never waits: it could go out for somebody else.
    if (isRead) await whenGateOpen(options.signal)
    const pause = isRead ? pauseError() : null
    if (pause) throw pause
    try {
      return await schedule(async (makeRoom) => {
        if (!isGateOpen()) throw notSignedIn()
        token = getAuthToken()
        const answer = await send(address, options, makeRoom)
        noteGood(token, call)
        return answer
      }, options)
    } catch (error) {
      if (!isApiError(error) || error.kind !== 'signed-out') throw error
      if (isRefusalOfCall(call, token)) {
        throw new ApiError('forbidden', 'CloudCard refused this call alone', { status: 401 })
      }
      tellTokenRefused(token)
      if (!isRead || (isGateOpen() && token === getAuthToken())) throw error
    }
  }
}

/** Hundreds of photos in one answer: the only ones that a slow line holds up for long. */
const isList = (address: string) => /^\/cloudcard\/photo(?:\?|$)/.test(address)

async function send(address: string, options: RequestOptions, makeRoom?: AbortSignal): Promise<unknown> {
  const { signal } = options
  const controller = new AbortController()
  const ends = AbortSignal.any([controller.signal, signal, makeRoom].filter((each) => each !== undefined))
  let response: Response | undefined
  // Raced, since a fetch, or a body that stalls, need not obey its signal at once.
  const ended = new Promise<never>((_resolve, reject) => {
    if (ends.aborted) reject(ends.reason)
    ends.addEventListener('abort', () => reject(ends.reason), { once: true })
  })
  // A failure whose page never ends is still that failure.
  const giveUp = () => controller.abort(response && !response.ok ? answerError(response, '') : timedOut())
  // An answer has dozens of parts: the timer set anew with each took a fiftieth of the time of reading 100,000 photos.
  let heardAt = Number.NEGATIVE_INFINITY
  const giveUpIfSilent = () => {
    const rest = heardAt + TIME_LIMIT_MS - performance.now()
    if (rest > 0) timer = setTimeout(giveUpIfSilent, rest)
    else giveUp()
  }
  let timer = setTimeout(giveUpIfSilent, TIME_LIMIT_MS)
  const wholeTimer = setTimeout(giveUp, WHOLE_LIMIT_MS)
  const stopWaiting = () => controller.abort(new ApiError('stopped', 'The person did not wait any longer'))
  const incoming = isList(address) ? beginIncoming(stopWaiting) : null
  const onPart = (bytes: number) => {
    incoming?.add(bytes)
    heardAt = performance.now()
  }

  async function exchange(): Promise<unknown> {
    response = await fetch(address, fetchOptions(options, ends))
    noteServerTime(response.headers)
    if (isIntercepted(response)) throw intercepted(response.status)
    if (response.ok) return parseJson(response, await readText(response, onPart))
    throw answerError(response, await errorText(response))
  }

  try {
    return await Promise.race([ended, exchange()])
  } catch (error) {
    if (signal?.aborted) throw signal.reason
    // Who tries to sign in too often has a limit of his own.
    if (!options.isSignIn) notePause(error)
    if (error instanceof ApiError) throw error
    throw new ApiError('offline', 'CloudCard could not be reached', { status: response?.status ?? null })
  } finally {
    clearTimeout(timer)
    clearTimeout(wholeTimer)
    incoming?.end()
    // What it was to end with lives on, and would keep the answer.
    controller.abort()
  }
}

function fetchOptions(options: RequestOptions, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { Accept: 'application/json' }
  const token = options.isSignIn ? null : (options.authToken ?? getAuthToken())
  if (token !== null) headers['X-Auth-Token'] = token
  if (options.body !== undefined) headers['Content-Type'] = 'application/json'
  return {
    method: options.method ?? 'GET',
    headers,
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    signal,
    ...(options.keepalive && { keepalive: true }),
    // A sign-on of the office in front of Loupe knows people by its cookies; both proxies keep them from CloudCard.
    credentials: 'same-origin',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  }
}

function parseJson(response: Response, text: string): unknown {
  const { status } = response
  if (status === 204 || text === '') return undefined
  if (!isJson(response)) {
    throw new ApiError('unreadable', 'CloudCard answered with something other than JSON', { status })
  }
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words quote the answer, which is personal data.
    throw new ApiError('unreadable', 'CloudCard answered with broken JSON', { status })
  }
}

/** The text of an answer, told of as its parts come: on a slow line that takes longer than the limit on silence. */
async function readText({ body, status }: Response, onPart: (bytes: number) => void): Promise<string> {
  const reader = body?.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true as const, value: undefined }
    if (done) break
    parts.push(value)
    size += value.length
    if (size > SIZE_LIMIT_BYTES) {
      void reader?.cancel().catch(() => {})
      throw new ApiError('unreadable', 'CloudCard sent far more than was asked for', { status })
    }
    onPart(value.length)
  }
  // A stream that counts the parts on their way, or decoding part by part, takes half as long again.
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return new TextDecoder().decode(whole)
}

async function errorText(response: Response): Promise<string> {
  if (!isToldByBody(response.status)) {
    // Not awaited: a body that was cloned on its way never says that it has been given up.
    response.body?.cancel().catch(() => {})
    return ''
  }
  // Whatever is wrong with the body of a failure, the status says what failed.
  return response.text().catch(() => '')
}

const timedOut = () =>
  new ApiError('timed-out', `CloudCard did not answer within ${TIME_LIMIT_MS / 1000} seconds`)
