import { localDate } from '../../base/local-date'

// In the viewer's language and time zone.
const dayAndTime = localDate({
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
})
const dayAndYear = localDate({ day: 'numeric', month: 'short', year: 'numeric' })
const full = localDate({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
})
const clock = localDate({ hour: 'numeric', minute: '2-digit' })

/** For a column: "12 Aug, 10:37", and "12 Aug 2025" for another year, whose hour matters less than its year. */
export function shortTime(time: number, now = Date.now()): string {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  return (isThisYear ? dayAndTime : dayAndYear).format(time)
}

/** "12 Aug 2026, 10:37" */
export function fullTime(time: number): string {
  return full.format(time)
}

/** "10:42" */
export function clockTime(time: number): string {
  return clock.format(time)
}

/** The exact time: "14:32:21 UTC", with its date where the day is another one in UTC. */
export function utcTime(time: number): string {
  const [day, rest] = new Date(time).toISOString().split('T')
  const seconds = `${rest?.slice(0, 8)} UTC`
  const local = new Date(time)
  const localDay = [local.getFullYear(), local.getMonth() + 1, local.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  return day === localDay ? seconds : `${day} ${seconds}`
}

export function isPast(time: number): boolean {
  return time < Date.now()
}

/** For `<time dateTime>`. */
export function isoTime(time: number): string {
  return new Date(time).toISOString()
}
