import { expect, test } from 'vitest'
import { localDate } from './local-date'

const options = {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
} as const
const time = Date.UTC(2026, 7, 12, 14, 37)

test.each(['he', 'fa', 'ar-EG', 'ur'])(
  'a date in %s is kept apart from the sentence around it',
  (language) => {
    const plain = new Intl.DateTimeFormat(language, options).format(time)
    expect(localDate(options, language).format(time)).toBe(`\u2068${plain}\u2069`)
  },
)

test.each(['en-US', 'de', 'fr-CA'])('a date in %s is written as it is', (language) => {
  expect(localDate(options, language).format(time)).toBe(
    new Intl.DateTimeFormat(language, options).format(time),
  )
})
