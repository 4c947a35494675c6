import { expect, test } from 'vitest'
import { isExpiryNear, latestEnd } from './expiry'

const end = Date.parse('2026-08-12T23:00:00Z')
const minute = 60_000

test('the end of a token is near a quarter of an hour before', () => {
  expect(isExpiryNear(end, end - 15 * minute - 1)).toBe(false)
  expect(isExpiryNear(end, end - 15 * minute)).toBe(true)
  expect(isExpiryNear(end, end + minute)).toBe(true)
})

test('an end that nobody knows is never near', () => {
  expect(isExpiryNear(null, end)).toBe(false)
})

test('a session ends after twelve hours, or earlier where CloudCard says so', () => {
  const limit = end + 12 * 60 * minute
  expect(latestEnd(null, end)).toBe(limit)
  expect(latestEnd(limit + minute, end)).toBe(limit)
  expect(latestEnd(limit - minute, end)).toBe(limit - minute)
})
