import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createIdleWatch, type Idleness, type IdleWatch } from './idle'

const minute = 60_000
let now = 0
let active = 0
let timers: { at: number; callback: () => void }[] = []
const onChange = vi.fn<(idleness: Idleness) => void>()
let watch: IdleWatch

beforeEach(() => {
  now = 1_000 * minute
  active = now
  timers = []
  onChange.mockReset()
  watch = createIdleWatch({
    clock: {
      now: () => now,
      setTimer(callback, ms) {
        const timer = { at: now + ms, callback }
        timers.push(timer)
        return () => void (timers = timers.filter((each) => each !== timer))
      },
    },
    activeAt: () => active,
    noteActivity: () => void (active = now),
    idleMs: 15 * minute,
    warningMs: minute,
    onChange,
  })
})

function pass(ms: number) {
  const until = now + ms
  for (;;) {
    const due = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0]
    if (!due) break
    timers = timers.filter((each) => each !== due)
    now = due.at
    due.callback()
  }
  now = until
}

/** The computer sleeps: the clock goes on, timers do not. */
const sleep = (ms: number) => void (now += ms)
const last = () => onChange.mock.lastCall?.[0]

describe('when nobody is there', () => {
  test('it is warned after 15 minutes, and over 60 seconds later', () => {
    pass(15 * minute - 1_000)
    expect(onChange).not.toHaveBeenCalled()
    const locksAt = active + 16 * minute
    pass(1_000)
    expect(last()).toEqual({ kind: 'warning', locksAt })
    pass(59_000)
    expect(last()).toMatchObject({ kind: 'warning' })
    pass(1_000)
    expect(last()).toEqual({ kind: 'over' })
  })

  test('somebody who is seen puts it off; here or in another tab', () => {
    pass(14 * minute)
    watch.note()
    pass(14 * minute)
    active = now
    pass(14 * minute)
    expect(onChange).not.toHaveBeenCalled()
  })

  test('while it is warned only somebody who says so is there', () => {
    pass(15 * minute + 5_000)
    watch.note()
    expect(last()).toMatchObject({ kind: 'warning' })
    watch.stay()
    expect(last()).toEqual({ kind: 'active' })
    pass(14 * minute)
    expect(last()).toEqual({ kind: 'active' })
  })

  test('another tab in which somebody says so ends the warning here', () => {
    pass(15 * minute + 5_000)
    active = now
    watch.look()
    expect(last()).toEqual({ kind: 'active' })
  })

  test('a computer that slept wakes up locked: neither a key nor the pointer is faster', () => {
    sleep(60 * minute)
    watch.note()
    expect(last()).toEqual({ kind: 'over' })
    watch.stay()
    expect(last()).toEqual({ kind: 'over' })
    expect(active).toBe(1_000 * minute)
  })

  test('one that slept into the warning asks for the rest of the minute', () => {
    sleep(15.5 * minute)
    watch.note()
    expect(last()).toMatchObject({ kind: 'warning' })
    pass(30_000)
    expect(last()).toEqual({ kind: 'over' })
  })

  test('it is written down no more often than each second', () => {
    for (let count = 0; count < 100; count++) {
      pass(20)
      watch.note()
    }
    expect(active - 1_000 * minute).toBeGreaterThanOrEqual(1_000)
    const before = active
    pass(20)
    watch.note()
    expect(active).toBe(before)
  })

  test('nothing is looked at any more once it is stopped', () => {
    watch.stop()
    pass(60 * minute)
    expect(onChange).not.toHaveBeenCalled()
  })
})
