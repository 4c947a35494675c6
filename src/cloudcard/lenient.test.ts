import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDate } from './lenient'

test('both date forms that CloudCard sends are read, and mean UTC moments', () => {
  const moment = Date.UTC(2024, 7, 27, 18, 19, 54)
  expect(parseDate('2024-08-27T18:19:54Z')).toBe(moment)
  expect(parseDate('2024-08-27T18:19:54+0000')).toBe(moment)
  expect(parseDate('2024-08-27T18:19:54+00:00')).toBe(moment)
  expect(parseDate('2024-08-27T14:19:54-0400')).toBe(moment)
})

test('fractions of a second count to the millisecond, however many digits there are', () => {
  expect(parseDate('2024-08-27T18:19:54.25Z')).toBe(Date.UTC(2024, 7, 27, 18, 19, 54, 250))
  expect(parseDate('2024-08-27T18:19:54.123456+0000')).toBe(Date.UTC(2024, 7, 27, 18, 19, 54, 123))
})

test.each([
  null,
  undefined,
  '',
  '08/09/2024',
  '2024-08-27',
  '2024-08-27T18:19:54',
  'Tue Aug 27 2024 18:19:54 GMT',
  '2024-13-41T99:00:00Z',
  '2024-08-27T18:19:54.Z2Z',
  1724782794000,
  {},
])('nothing is guessed from %j', (value) => {
  expect(parseDate(value)).toBeNull()
})

test('whatever stands where a date should be, reading it never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const date = parseDate(value)
      expect(date === null || Number.isFinite(date)).toBe(true)
    }),
    { numRuns: 2_000, seed: 1 },
  )
})
