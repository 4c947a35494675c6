import type { Photo } from '../../cloudcard/photo'
import { type LocalDate, localDate } from '../../base/local-date'
import type { Thresholds } from './grade'
import type { DaysFilter, NumbersFilter, Packing, Range, RangeFilter } from './filter'

/** Whole numbers from 0 on. */
export function numberRange({
  unit,
  max,
  packing,
  isWithin,
}: {
  unit: string
  max: number
  packing: Packing
  isWithin: (packed: number, range: Range<number>, thresholds: Thresholds | null) => boolean
}): NumbersFilter {
  return {
    kind: 'numbers',
    unit,
    max,
    ...range(
      '-',
      (text) => (/^(0|[1-9]\d*)$/.test(text) && Number(text) <= max ? Number(text) : null),
      (number) => `${number}${unit}`,
      (from, to) => `${from}–${to}${unit}`,
    ),
    packing,
    facet: (value, thresholds) => ({
      optionCount: 1,
      bitsOf: (packed) => (isWithin(packed, value, thresholds) ? 1 : 0),
      wanted: 1,
    }),
  }
}

export function dayRange(of: (photo: Photo) => number | null): DaysFilter {
  return {
    kind: 'days',
    ...range('_', (text) => (isDay(text) ? text : null), dayWords, daysWords),
    packing: { kind: 'number', of },
    facet(value) {
      const from = value.from === null ? -Infinity : startOfDay(value.from)
      const before = value.to === null ? Infinity : startOfDay(value.to, 1)
      return { optionCount: 1, bitsOf: (time) => (time >= from && time < before ? 1 : 0), wanted: 1 }
    },
  }
}

/** "50-80", "50-" or "-80"; from above to is broken: nobody can tell which of the two was meant. */
function range<T extends number | string>(
  between: string,
  endOf: (text: string) => T | null,
  words: (end: T) => string,
  bothWords: (from: T, to: T) => string,
): Omit<RangeFilter<T>, 'packing' | 'facet'> {
  return {
    endOf,
    read(text) {
      const ends = text.split(between)
      const [from = null, to = null] = ends.map((end) => endOf(end))
      const isBroken = ends.length !== 2 || ends.some((end) => end !== '' && endOf(end) === null)
      return isBroken || (from !== null && to !== null && from > to) ? { from: null, to: null } : { from, to }
    },
    write: ({ from, to }) => (from === null && to === null ? '' : `${from ?? ''}${between}${to ?? ''}`),
    words({ from, to }) {
      if (from === null) return to === null ? '' : `up to ${words(to)}`
      if (to === null) return `from ${words(from)}`
      return from === to ? words(from) : bothWords(from, to)
    },
    count: (_, counts) => counts[0],
  }
}

const dayFormat = localDate({ day: 'numeric', month: 'short' })
const dayAndYearFormat = localDate({ day: 'numeric', month: 'short', year: 'numeric' })

const dayWords = (day: string): string => formatFor(day).format(startOfDay(day))

/** "1 – 12 Aug" */
function daysWords(from: string, to: string): string {
  const format = formatFor(from) === dayFormat ? formatFor(to) : dayAndYearFormat
  return format.formatRange(startOfDay(from), startOfDay(to))
}

function formatFor(day: string): LocalDate {
  return day.startsWith(String(new Date().getFullYear())) ? dayFormat : dayAndYearFormat
}

/**
 * Whether it is a day that exists, as YYYY-MM-DD. Years have four digits that do not begin with 0: a date field hands
 * over 0002, 0020 and 0202 while 2026 is being typed.
 */
function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // The end of February and the like: JavaScript reads the 31st as a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Epoch ms of the day's first moment in the viewer's zone, or of a later day's: days are not always 24 hours long. */
function startOfDay(day: string, daysLater = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).getTime()
}
