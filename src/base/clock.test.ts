import { describe, expect, test } from 'vitest'
import { createEvenClock } from './clock'

const hour = 3_600_000

function withClocks() {
  let [wall, even] = [1_000 * hour, 5]
  const now = createEvenClock(
    () => wall,
    () => even,
  )
  const start = now()
  return {
    passed: () => now() - start,
    pass(ms: number) {
      wall += ms
      even += ms
    },
    setBy: (ms: number) => void (wall += ms),
    /** Where the even clock stands still meanwhile; else a sleep is time like any other. */
    sleep: (ms: number) => void (wall += ms),
  }
}

describe('the time that has passed', () => {
  test('is what both clocks say while nobody touches them', () => {
    const { pass, passed } = withClocks()
    pass(6_000)
    expect(passed()).toBe(6_000)
  })

  test.each([-hour, -1_000, 10_000])('is not changed by a clock that is set by %i ms', (ms) => {
    const { pass, setBy, passed } = withClocks()
    pass(1_000)
    setBy(ms)
    expect(passed()).toBe(1_000)
    pass(5_000)
    expect(passed()).toBe(6_000)
  })

  test('counts the sleep of a computer, also after the clock was set back', () => {
    const { pass, setBy, sleep, passed } = withClocks()
    setBy(-hour)
    expect(passed()).toBe(0)
    pass(1_000)
    sleep(2 * hour)
    expect(passed()).toBe(2 * hour + 1_000)
  })

  test('counts a clock that is set ahead by an hour as a sleep: they look the same', () => {
    const { setBy, passed } = withClocks()
    setBy(hour)
    expect(passed()).toBe(hour)
  })
})
