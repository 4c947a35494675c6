import { expect, test } from 'vitest'
import { readRetryAt } from './answer-error'

const now = Date.UTC(2024, 5, 1, 12)
const wait = (retryAfter: string, date?: string) => {
  const headers = new Headers({ 'Retry-After': retryAfter, ...(date === undefined ? {} : { Date: date }) })
  const retryAt = readRetryAt(headers, now)
  return retryAt === null ? null : (retryAt - now) / 1000
}

test('seconds and HTTP dates say when CloudCard may be asked again', () => {
  expect(wait('7')).toBe(7)
  expect(wait('Sat, 01 Jun 2024 12:00:30 GMT')).toBe(30)
})

test('a date is measured against the clock of CloudCard, not against a wrong clock in the office', () => {
  expect(wait('Sat, 01 Jun 2024 15:00:30 GMT', 'Sat, 01 Jun 2024 15:00:00 GMT')).toBe(30)
  expect(wait('Sat, 01 Jun 2024 12:00:30 GMT', 'nonsense')).toBe(30)
})

test.each([
  '-5',
  '0',
  '',
  'soon',
  'call 2098',
  '1.5',
  'Sat, 01 Jun 2024 11:00:00 GMT',
  'Xyz, 99 Zzz 2024 12:00:00 GMT',
  'NaN',
])('a pause of "%s" is no pause', (value) => {
  expect(wait(value)).toBeNull()
})

test('an absurd pause ends after a day', () => {
  expect(wait('99999999999999999999')).toBe(60 * 60)
  expect(wait('Sun, 01 Jun 2098 12:00:00 GMT')).toBe(60 * 60)
})

test('without the header there is no pause', () => {
  expect(readRetryAt(new Headers(), now)).toBeNull()
})
