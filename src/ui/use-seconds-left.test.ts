import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { browserClock } from '../base/clock'
import { useSecondsLeft } from './use-seconds-left'

afterEach(() => void vi.useRealTimers())

function countdown(ms: number) {
  vi.useFakeTimers()
  const endsAt = browserClock.now() + ms
  const shown: number[] = []
  const hook = renderHook(
    ({ isPaused }) => {
      const seconds = useSecondsLeft(endsAt, isPaused)
      shown.push(seconds)
      return seconds
    },
    { initialProps: { isPaused: false } },
  )
  const pass = (time: number) => act(() => vi.advanceTimersByTime(time))
  return { ...hook, shown, pass }
}

it('a countdown is drawn for each second that it shows and not between them, and nothing runs when it is over', () => {
  const { shown, pass } = countdown(5_300)
  pass(250)
  expect(shown.at(-1)).toBe(6)
  pass(51)
  expect(shown.at(-1)).toBe(5)
  for (let passed = 0; passed < 8_000; passed += 50) pass(50)
  expect([...new Set(shown)]).toEqual([6, 5, 4, 3, 2, 1, 0])
  // React draws now and then once more what it has drawn.
  expect(shown.length).toBeLessThan(10)
  expect(vi.getTimerCount()).toBe(0)
})

it('a countdown stands still while it is paused', () => {
  const { result, rerender, pass } = countdown(4_900)
  pass(1_000)
  expect(result.current).toBe(4)
  rerender({ isPaused: true })
  pass(2_000)
  expect(result.current).toBe(4)
  rerender({ isPaused: false })
  expect(result.current).toBe(2)
})
