import { expect, test } from 'vitest'
import { isExpiryNear } from './expiry'

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
