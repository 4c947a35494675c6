import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { browserClock } from '../base/clock'
import { endLifetime } from '../base/lifetimes'
import { isApiError, type ApiError } from './api-error'
import { awaitAuthToken, dropAuthToken, onTokenRefused, setAuthToken } from './auth-token'
import { request, TIME_LIMIT_MS, type RequestOptions } from './request'

const fetchMock = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', fetchMock)
  setAuthToken('token-1')
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  fetchMock.mockReset()
  setAuthToken(null)
  endLifetime('document')
})

const json = (body: unknown, init?: ResponseInit) => Response.json(body, init)
const answerOnce = (response: Response) => fetchMock.mockImplementationOnce(async () => response)

async function failureOf(promise: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await promise.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  )
  if (!isApiError(error)) throw error
  return error
}

function sent(call = 0): { address: string; init: RequestInit; headers: Headers } {
  const [address, init = {}] = fetchMock.mock.calls[call] ?? []
  return { address: String(address), init, headers: new Headers(init.headers) }
}

/** A fetch that neither answers nor obeys its signal. */
const neverAnswers = () => fetchMock.mockImplementationOnce(() => new Promise(() => {}))

/** A body that begins and never ends. */
const endless = (init: ResponseInit) =>
  new Response(
    new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('[{"id":1,')) }),
    init,
  )

describe('what is sent', () => {
  test('a read goes to our own origin, with what a sign-on in front of it needs, without referrer, cache or redirects', async () => {
    answerOnce(json([]))
    await request('/photo', { query: { status: 'PENDING', offset: 0, max: 25 } })
    const { address, init, headers } = sent()
    expect(address).toBe('/cloudcard/photo?status=PENDING&offset=0&max=25')
    expect(init).toMatchObject({
      method: 'GET',
      credentials: 'same-origin',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    expect(init.body).toBeUndefined()
    expect(headers.get('Accept')).toBe('application/json')
    expect(headers.has('Content-Type')).toBe(false)
  })

  test('a change is sent as JSON', async () => {
    answerOnce(json({ id: 1 }))
    await request('/photo/1', { method: 'PUT', body: { status: 'APPROVED', version: 3 } })
    const { init, headers } = sent()
    expect(init.method).toBe('PUT')
    expect(init.body).toBe('{"status":"APPROVED","version":3}')
    expect(headers.get('Content-Type')).toBe('application/json')
  })

  test('the token travels in its header and nowhere else', async () => {
    answerOnce(json({}))
    await request('/photo/1', { method: 'PUT', query: { a: 1 }, body: { b: 2 } })
    const { address, init, headers } = sent()
    expect(headers.get('X-Auth-Token')).toBe('token-1')
    headers.delete('X-Auth-Token')
    const { signal: _signal, headers: _headers, ...rest } = init
    expect(JSON.stringify([address, rest, [...headers]])).not.toContain('token-1')
  })

  test('without a token, and on signing in, no token is sent', async () => {
    answerOnce(json({}))
    await request('/api/login', { method: 'POST', body: {}, isSignIn: true })
    expect(sent(0).headers.has('X-Auth-Token')).toBe(false)
    setAuthToken(null)
    answerOnce(json({}))
    await request('/photo')
    expect(sent(1).headers.has('X-Auth-Token')).toBe(false)
  })

  test('a token that no header can carry is not held', async () => {
    setAuthToken('line\nbreak')
    answerOnce(json({}))
    await request('/photo')
    expect(sent().headers.has('X-Auth-Token')).toBe(false)
  })

  test('a path that could lead away from CloudCard is refused before anything is sent', async () => {
    await expect(request('//evil.example')).rejects.toBeInstanceOf(TypeError)
    await expect(request('/\\evil.example')).rejects.toBeInstanceOf(TypeError)
    await expect(request('/photo/../../evil')).rejects.toBeInstanceOf(TypeError)
    expect(fetchMock).not.toHaveBeenCalled()
  })

  test('three requests are sent, the fourth waits for one of them', async () => {
    const answers: ((response: Response) => void)[] = []
    fetchMock.mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
    const all = [1, 2, 3, 4].map((id) => request(`/photo/${id}`))
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(3))
    answers[0]?.(json('first'))
    await expect(all[0]).resolves.toBe('first')
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalledTimes(4))
    for (const answer of answers) answer(json('rest'))
    await Promise.all(all)
  })
})

describe('what comes back', () => {
  test('JSON is parsed, an empty answer is undefined', async () => {
    answerOnce(json([{ id: 1 }]))
    await expect(request('/photo')).resolves.toEqual([{ id: 1 }])
    answerOnce(new Response(null, { status: 204 }))
    await expect(request('/person/me/logout', { method: 'POST' })).resolves.toBeUndefined()
    answerOnce(new Response(''))
    await expect(request('/photo')).resolves.toBeUndefined()
  })

  test.each(['application/json;charset=UTF-8', 'application/hal+json', 'APPLICATION/JSON ; charset=utf-8'])(
    'the content type %s is JSON',
    async (type) => {
      answerOnce(new Response('null', { headers: { 'Content-Type': type } }))
      await expect(request('/photo')).resolves.toBeNull()
    },
  )

  test.each(['text/plain', 'application/jsonp', 'application/octet-stream'])(
    'an answer of the type %s is unreadable, even if JSON is in it',
    async (type) => {
      answerOnce(new Response('[]', { headers: { 'Content-Type': type } }))
      expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'unreadable', status: 200 })
    },
  )

  test.each([
    ['a redirect', new Response(null, { status: 302, headers: { Location: 'https://sign-on.example' } })],
    [
      'a page that says yes',
      new Response('<title>Sign in</title>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['a sign-in of its own', new Response('', { status: 401, headers: { 'WWW-Authenticate': 'Basic' } })],
  ])(
    '%s in place of JSON is not CloudCard: nobody is signed out, and no network is blamed',
    async (_what, response) => {
      const refused = vi.fn()
      onTokenRefused(refused)
      answerOnce(response)
      expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'intercepted' })
      expect(refused).not.toHaveBeenCalled()
    },
  )

  test('JSON that is cut off is unreadable, and the error quotes nothing of it', async () => {
    const body = '[{"id":1,"person":{"email":"ann@example.edu"'
    answerOnce(new Response(body, { headers: { 'Content-Type': 'application/json' } }))
    const error = await failureOf(request('/photo'))
    expect(error.kind).toBe('unreadable')
    expect(`${error.message}${String(error.cause)}`).not.toContain('ann')
  })
})

describe('what goes wrong', () => {
  test.each([
    [400, 'refused'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [408, 'timed-out'],
    [409, 'conflict'],
    [410, 'refused'],
    [412, 'conflict'],
    [418, 'refused'],
    [422, 'refused'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
    [504, 'server'],
  ])('%i is "%s", with a body of JSON, of HTML or none', async (status, kind) => {
    const html = '<!doctype html><?xml version="1.0"?><h1>Sorry</h1>'
    for (const body of [JSON.stringify({ message: 'No' }), html, '{"cut', null]) {
      answerOnce(new Response(body, { status, headers: { 'Content-Type': 'text/html' } }))
      const error = await failureOf(request('/photo'))
      expect(error).toMatchObject({ kind, status, retryAt: null, message: `CloudCard answered ${status}` })
    }
  })

  test.each([
    [400, '{"errors":[{"message":"Version does not match"}]}'],
    [422, '<html><p>Another user has updated this Photo while you were editing</p></html>'],
  ])('%i that speaks of the version means that somebody else changed the photo', async (status, body) => {
    answerOnce(new Response(body, { status }))
    expect(await failureOf(request('/photo/1', { method: 'PUT' }))).toMatchObject({
      kind: 'conflict',
      status,
    })
  })

  test('429 says when CloudCard may be asked again: in seconds, by a date, or not at all', async () => {
    const now = Date.UTC(2024, 5, 1, 12)
    const clock = vi.spyOn(browserClock, 'now').mockReturnValue(now)
    onTestFinished(() => clock.mockRestore())
    const limited = (headers: Record<string, string>) =>
      answerOnce(
        new Response(null, { status: 429, headers: { Date: new Date(now).toUTCString(), ...headers } }),
      )
    limited({ 'Retry-After': '30' })
    expect((await failureOf(request('/photo'))).retryAt).toBe(now + 30_000)
    endLifetime('document')
    limited({ 'Retry-After': 'Sat, 01 Jun 2024 12:01:00 GMT' })
    expect((await failureOf(request('/photo'))).retryAt).toBe(now + 60_000)
    endLifetime('document')
    limited({})
    expect((await failureOf(request('/photo'))).retryAt).toBeNull()
  })

  test('a long pause that was asked for holds for every read, and for nothing that changes something', async () => {
    answerOnce(new Response(null, { status: 429, headers: { 'Retry-After': '120' } }))
    const { retryAt } = await failureOf(request('/photo'))
    expect(await failureOf(request('/photo/1'))).toMatchObject({ kind: 'rate-limited', retryAt })
    expect(fetchMock).toHaveBeenCalledTimes(1)
    answerOnce(json({}))
    await request('/photo/1', { method: 'PUT', body: {} })
    const clock = vi.spyOn(browserClock, 'now').mockReturnValue(Number(retryAt))
    onTestFinished(() => clock.mockRestore())
    answerOnce(json([]))
    await expect(request('/photo')).resolves.toEqual([])
  })

  test('a pause for signing in does not hold up whoever is signed in', async () => {
    answerOnce(new Response(null, { status: 429, headers: { 'Retry-After': '600' } }))
    await failureOf(request('/api/login', { method: 'POST', body: {}, isSignIn: true }))
    answerOnce(json([]))
    await expect(request('/photo')).resolves.toEqual([])
  })

  test('a limit of our own server is told from one of CloudCard', async () => {
    answerOnce(new Response(null, { status: 429, headers: { 'Limited-By': 'Loupe' } }))
    expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'rate-limited', isOwnLimit: true })
    answerOnce(new Response(null, { status: 429 }))
    expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'rate-limited', isOwnLimit: false })
  })

  test('no connection and a connection lost half-way are "offline"', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'offline', status: null })
    const lost = new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) })
    answerOnce(new Response(lost, { headers: { 'Content-Type': 'application/json' } }))
    expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'offline', status: 200 })
  })

  test('a failure whose body breaks off is still that failure', async () => {
    const lost = new ReadableStream({ start: (body) => body.error(new TypeError('terminated')) })
    answerOnce(new Response(lost, { status: 422 }))
    expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'refused', status: 422 })
  })

  test('no error tells the address, since a search may stand in it', async () => {
    fetchMock.mockRejectedValueOnce(new TypeError('fetch failed for /cloudcard/person/ann@example.edu'))
    const error = await failureOf(request('/person/ann%40example.edu', { query: { findBy: 'email' } }))
    expect(`${error.message}${String(error.cause)}`).not.toMatch(/ann|email|person/)
  })
})

describe('the time limit', () => {
  test('of 15 seconds ends a request without an answer, and lets go of its connection', async () => {
    vi.useFakeTimers()
    neverAnswers()
    const failure = failureOf(request('/photo'))
    await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS - 1)
    expect(sent().init.signal?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await failure).toMatchObject({ kind: 'timed-out', status: null })
    expect(sent().init.signal?.aborted).toBe(true)
  })

  test('is one of silence: what comes slowly comes', async () => {
    vi.useFakeTimers()
    let body: ReadableStreamDefaultController<Uint8Array> | undefined
    const slow = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) })
    answerOnce(new Response(slow, { headers: { 'Content-Type': 'application/json' } }))
    const answer = request('/photo')
    for (const part of ['[1', ',2', ',3', ']']) {
      await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS - 1)
      body?.enqueue(new TextEncoder().encode(part))
    }
    body?.close()
    await expect(answer).resolves.toEqual([1, 2, 3])
  })

  test('ends an answer that never ends, though it is never silent', async () => {
    vi.useFakeTimers()
    const drip = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        controller.enqueue(new TextEncoder().encode(' '))
      },
    })
    answerOnce(new Response(drip, { headers: { 'Content-Type': 'application/json' } }))
    const failure = failureOf(request('/photo'))
    await vi.advanceTimersByTimeAsync(180_000)
    expect((await failure).kind).toBe('timed-out')
  })

  test('an answer that is far too large is not read to its end', async () => {
    let sentBytes = 0
    const huge = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += 4_000_000
        controller.enqueue(new Uint8Array(4_000_000))
      },
    })
    answerOnce(new Response(huge, { headers: { 'Content-Type': 'application/json' } }))
    expect((await failureOf(request('/photo'))).kind).toBe('unreadable')
    expect(sentBytes).toBeLessThan(80_000_000)
  })

  test('covers the body too', async () => {
    vi.useFakeTimers()
    answerOnce(endless({ headers: { 'Content-Type': 'application/json' } }))
    const failure = failureOf(request('/photo'))
    await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS)
    expect((await failure).kind).toBe('timed-out')
  })

  test('does not turn a refusal with an endless body into something else', async () => {
    vi.useFakeTimers()
    answerOnce(endless({ status: 422 }))
    const failure = failureOf(request('/photo'))
    await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS)
    expect(await failure).toMatchObject({ kind: 'refused', status: 422 })
  })

  test('counts from the moment of sending, not from the queue', async () => {
    vi.useFakeTimers()
    for (let i = 0; i < 3; i++) neverAnswers()
    const first = [1, 2, 3].map((id) => failureOf(request(`/photo/${id}`)))
    const queued = request('/photo/4')
    fetchMock.mockImplementationOnce(
      () => new Promise((resolve) => setTimeout(() => resolve(json('late')), TIME_LIMIT_MS - 1)),
    )
    await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS)
    await Promise.all(first)
    await vi.advanceTimersByTimeAsync(TIME_LIMIT_MS)
    await expect(queued).resolves.toBe('late')
  })

  test('leaves no timer behind, whatever the end', async () => {
    vi.useFakeTimers()
    answerOnce(json([]))
    await request('/photo')
    answerOnce(new Response(null, { status: 500 }))
    await failureOf(request('/photo'))
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an abort', () => {
  const abortable = (options: RequestOptions = {}) => {
    const controller = new AbortController()
    return { controller, promise: request('/photo', { ...options, signal: controller.signal }) }
  }

  test('ends the request with the AbortError itself, even when fetch does not obey', async () => {
    neverAnswers()
    const { controller, promise } = abortable()
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalled())
    controller.abort()
    await expect(promise).rejects.toBe(controller.signal.reason)
    await expect(promise).rejects.toHaveProperty('name', 'AbortError')
    expect(sent().init.signal?.aborted).toBe(true)
  })

  test('while the body is read is an abort too', async () => {
    answerOnce(endless({ headers: { 'Content-Type': 'application/json' } }))
    const { controller, promise } = abortable()
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalled())
    controller.abort()
    await expect(promise).rejects.toHaveProperty('name', 'AbortError')
  })

  test('before sending sends nothing', async () => {
    await expect(request('/photo', { signal: AbortSignal.abort() })).rejects.toHaveProperty(
      'name',
      'AbortError',
    )
    expect(fetchMock).not.toHaveBeenCalled()
  })

  test('leaves no listener behind on a signal that lives on', async () => {
    const { signal } = new AbortController()
    const added = vi.spyOn(signal, 'addEventListener')
    const removed = vi.spyOn(signal, 'removeEventListener')
    answerOnce(json([]))
    await request('/photo', { signal })
    const listeners = (calls: typeof added.mock.calls) => new Set(calls.map(([, listener]) => listener))
    expect(listeners(removed.mock.calls)).toEqual(listeners(added.mock.calls))
    expect(added).toHaveBeenCalled()
  })
})

describe('a token that has ended', () => {
  const refused = vi.fn<() => void>()

  beforeEach(() => {
    refused.mockReset()
    refused.mockImplementation(awaitAuthToken)
    onTokenRefused(refused)
  })

  afterEach(() => onTokenRefused(() => {}))

  const refuse = () => answerOnce(new Response(null, { status: 401 }))

  test('is told once, however many requests it ends, and reads are asked again with the next one', async () => {
    fetchMock.mockImplementation(async (_address, init) =>
      new Headers(init?.headers).get('X-Auth-Token') === 'token-2'
        ? json([1])
        : new Response(null, { status: 401 }),
    )
    const answers = Array.from({ length: 20 }, () => request('/photo'))
    await vi.waitFor(() => expect(refused).toHaveBeenCalled())
    const asked = fetchMock.mock.calls.length
    await Promise.resolve()
    expect(fetchMock.mock.calls.length).toBe(asked)
    setAuthToken('token-2')
    expect(await Promise.all(answers)).toEqual(answers.map(() => [1]))
    expect(refused).toHaveBeenCalledTimes(1)
    // No more than could be under way at once were refused.
    expect(asked).toBeLessThanOrEqual(3)
  })

  test('refuses what changes something: it could go out for somebody else', async () => {
    refuse()
    const put = { method: 'PUT', body: {} } as const
    expect(await failureOf(request('/photo/1', put))).toMatchObject({ kind: 'signed-out', status: 401 })
    expect(await failureOf(request('/photo/2', put))).toMatchObject({ kind: 'signed-out' })
    expect(fetchMock).toHaveBeenCalledTimes(1)
  })

  test('refuses what waited once nobody will sign in again, and sends nothing more', async () => {
    refuse()
    const waiting = failureOf(request('/photo'))
    await vi.waitFor(() => expect(refused).toHaveBeenCalled())
    dropAuthToken()
    expect(await waiting).toMatchObject({ kind: 'signed-out' })
    expect(await failureOf(request('/photo'))).toMatchObject({ kind: 'signed-out' })
    expect(fetchMock).toHaveBeenCalledTimes(1)
  })

  test('is not told of a token that has been replaced meanwhile', async () => {
    let answer = (_response: Response) => {}
    fetchMock.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)))
    const late = request('/photo')
    await vi.waitFor(() => expect(fetchMock).toHaveBeenCalled())
    setAuthToken('token-2')
    answerOnce(json([2]))
    answer(new Response(null, { status: 401 }))
    expect(await late).toEqual([2])
    expect(refused).not.toHaveBeenCalled()
  })

  test('lets go of what nobody waits for any more', async () => {
    awaitAuthToken()
    const controller = new AbortController()
    const waiting = request('/photo', { signal: controller.signal })
    controller.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
  })
})
