import { QueryCache } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { wallTimeOf } from '../base/clock'
import { activityKey, isIdleOver, locksAt } from './activity'
import { endSession, getSession, setSessionMark, takeSession } from './session'
import { watchSession } from './session-watch'

const minute = 60_000
const start = Date.parse('2026-08-12T10:00:00Z')
let stop = () => {}

beforeEach(() => {
  vi.useFakeTimers({ now: start })
  setSessionMark('1')
  takeSession({ username: 'ann@example.edu', roles: [], token: 't', expiresAt: null }, '1')
  stop = watchSession(new QueryCache())
})
afterEach(() => {
  stop()
  endSession('never-began')
  vi.useRealTimers()
})

/** The page is open; nothing is done in it. */
const pass = (ms: number) => vi.advanceTimersByTime(ms)
/** The computer sleeps: its clock goes on, timers do not. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms)
const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))
let place = 0
const move = () =>
  window.dispatchEvent(Object.assign(new Event('pointermove'), { screenX: ++place, screenY: 0 }))
const writtenAt = () => Number(localStorage.getItem(activityKey))
/** Somebody is there in another tab. */
function seeElsewhere() {
  localStorage.setItem(activityKey, String(Date.now()))
  window.dispatchEvent(new StorageEvent('storage', { key: activityKey }))
}
const isLocked = () => getSession().end === 'locked'
const isAsked = () => locksAt() !== null && !isIdleOver()

describe('when nobody is there', () => {
  test('it is asked after 15 minutes, and locked 60 seconds later', () => {
    pass(15 * minute - 1_000)
    expect(isAsked()).toBe(false)
    pass(1_000)
    expect(wallTimeOf(locksAt() ?? 0)).toBeCloseTo(start + 16 * minute)
    pass(59_000)
    expect(isAsked()).toBe(true)
    expect(isLocked()).toBe(false)
    pass(1_000)
    expect(isLocked()).toBe(true)
  })

  test('somebody who is seen puts it off; here or in another tab', () => {
    pass(14 * minute)
    move()
    pass(14 * minute)
    seeElsewhere()
    pass(14 * minute)
    expect(isAsked()).toBe(false)
  })

  test('while it is asked only somebody who says so is there', () => {
    pass(15 * minute + 5_000)
    move()
    expect(isAsked()).toBe(true)
    press()
    expect(isAsked()).toBe(false)
    pass(14 * minute)
    expect(isAsked()).toBe(false)
  })

  test('another tab in which somebody says so ends the question here', () => {
    pass(15 * minute + 5_000)
    seeElsewhere()
    expect(isAsked()).toBe(false)
  })

  test('a computer that slept wakes up locked: neither a key nor the pointer is faster', () => {
    sleep(60 * minute)
    move()
    expect(isLocked()).toBe(true)
    press()
    expect(isIdleOver()).toBe(true)
    expect(writtenAt()).toBe(start)
  })

  test('one that slept into the question asks for the rest of the minute', () => {
    sleep(15.5 * minute)
    move()
    expect(isAsked()).toBe(true)
    pass(30_000)
    expect(isLocked()).toBe(true)
  })

  test('it is written down no more often than each second', () => {
    for (let count = 0; count < 100; count++) {
      pass(20)
      move()
    }
    expect(writtenAt() - start).toBeGreaterThanOrEqual(1_000)
    const before = writtenAt()
    pass(20)
    move()
    expect(writtenAt()).toBe(before)
  })

  test('nothing is looked at any more once it is stopped', () => {
    stop()
    pass(60 * minute)
    expect(isLocked()).toBe(false)
  })
})
