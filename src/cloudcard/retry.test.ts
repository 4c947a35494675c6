import { afterEach, describe, expect, test, vi } from 'vitest'
import { browserClock } from '../base/clock'
import { ApiError, type ApiErrorKind } from './api-error'
import { retryDelay, shouldRetry } from './retry'

const failure = (kind: ApiErrorKind, retryAt: number | null = null) => new ApiError(kind, 'No', { retryAt })

afterEach(() => vi.unstubAllGlobals())

test.each<ApiErrorKind>(['server', 'timed-out', 'rate-limited', 'offline'])(
  'a read that ended in "%s" is tried twice more, and not a third time',
  (kind) => {
    expect([0, 1, 2].map((count) => shouldRetry(count, failure(kind)))).toEqual([true, true, false])
  },
)

test.each<ApiErrorKind>(['signed-out', 'forbidden', 'not-found', 'conflict', 'refused', 'unreadable'])(
  'a read that ended in "%s" would end so again, and is not repeated',
  (kind) => {
    expect(shouldRetry(0, failure(kind))).toBe(false)
  },
)

test('a mistake of ours and an abort are not repeated', () => {
  expect(shouldRetry(0, new TypeError('No'))).toBe(false)
  expect(shouldRetry(0, new DOMException('No', 'AbortError'))).toBe(false)
})

test('while the browser knows that it is offline, nothing is repeated in vain', () => {
  vi.stubGlobal('navigator', { onLine: false })
  expect(shouldRetry(0, failure('offline'))).toBe(false)
  expect(shouldRetry(0, failure('server'))).toBe(true)
})

test('a pause of up to 15 seconds is waited for, a longer one is left to the person', () => {
  expect(shouldRetry(0, failure('rate-limited', browserClock.now() + 14_000))).toBe(true)
  expect(shouldRetry(0, failure('rate-limited', browserClock.now() + 20_000))).toBe(false)
  expect(shouldRetry(0, failure('server', browserClock.now() + 20_000))).toBe(false)
})

describe('the pause before another try', () => {
  const now = () => 1_000_000

  test('is one second, then two, and up to half more by chance', () => {
    expect(retryDelay(0, failure('server'), () => 0)).toBe(1000)
    expect(retryDelay(1, failure('server'), () => 0)).toBe(2000)
    expect(retryDelay(0, failure('server'), () => 1)).toBe(1500)
    expect(retryDelay(1, failure('server'), () => 1)).toBe(3000)
  })

  test('never ends before the moment that CloudCard named', () => {
    expect(retryDelay(0, failure('rate-limited', now() + 7000), () => 0, now)).toBe(7000)
    expect(retryDelay(0, failure('rate-limited', now() + 7000), () => 1, now)).toBe(7500)
    expect(retryDelay(0, failure('rate-limited', now() - 7000), () => 0, now)).toBe(1000)
  })
})
