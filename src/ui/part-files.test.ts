import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { endLifetime } from '../base/lifetimes'
import { havePartFiles, isReplaced } from './part-files'

const meta = document.createElement('meta')
meta.name = 'loupe-parts'
meta.content = '/assets/grid-1.js'

beforeEach(() => document.head.append(meta))
afterEach(() => {
  meta.remove()
  endLifetime('document')
  vi.restoreAllMocks()
})

const answer = (response: Response | Promise<never>) =>
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => response)
const html = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/html' } })
/** What a script is told of an answer that leads elsewhere: nothing. */
const elsewhere = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })

it.each([
  ['a file that is gone', new Response('Not found', { status: 404 }), 'replaced'],
  ['the page of the app', html('<meta name="loupe-config" content="{}">'), 'replaced'],
  ['a page of somebody else', html('<title>University sign-in</title>'), 'intercepted'],
  ['the way to another place', elsewhere, 'intercepted'],
  ['the question who is there', new Response('', { status: 401 }), 'intercepted'],
  ['a server that is ill', new Response('', { status: 502 }), 'unreachable'],
  ['a server that is asked too much', new Response('', { status: 429 }), 'unreachable'],
  ['an answer with nothing', new Response(null, { status: 204 }), 'unreachable'],
] as const)('in place of a part there is %s', async (_what, response, problem) => {
  answer(response)
  await expect(havePartFiles()).rejects.toMatchObject({ problem })
  expect(isReplaced.get()).toBe(problem === 'replaced')
})

it('without a network a part is unreachable, and is asked for again afterwards', async () => {
  answer(Promise.reject(new TypeError('Failed to fetch')))
  await expect(havePartFiles()).rejects.toMatchObject({ problem: 'unreachable' })
  answer(new Response('', { headers: { 'Content-Type': 'text/javascript' } }))
  await expect(havePartFiles()).resolves.toBeUndefined()
})

it('a part that never comes is given up after a minute', async () => {
  vi.useFakeTimers()
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    (_name, options) =>
      new Promise((_resolve, reject) =>
        options?.signal?.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError'))),
      ),
  )
  const given = expect(havePartFiles()).rejects.toMatchObject({ problem: 'unreachable' })
  await vi.advanceTimersByTimeAsync(60_000)
  await given
  vi.useRealTimers()
})
