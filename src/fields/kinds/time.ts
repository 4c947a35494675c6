import { localDate } from '../../base/local-date'

// In the viewer's language and time zone.
const day = { day: 'numeric', month: 'short' } as const
const hour = { hour: 'numeric', minute: '2-digit' } as const
const dayAndTime = localDate({ ...day, ...hour })
const dayAndYear = localDate({ ...day, year: 'numeric' })

/** "12 Aug 2026, 10:37" */
export const { format: fullTime } = localDate({ ...day, year: 'numeric', ...hour })

/** "10:42" */
export const { format: clockTime } = localDate(hour)

/** For a column: "12 Aug, 10:37", and "12 Aug 2025" for another year, whose hour matters less than its year. */
export function shortTime(time: number, now = Date.now()): string {
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear()
  return (isThisYear ? dayAndTime : dayAndYear).format(time)
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

export const isPast = (time: number): boolean => time < Date.now()

/** For `<time dateTime>`. */
export const isoTime = (time: number): string => new Date(time).toISOString()
