/**
 * Whether it is a day that exists, as YYYY-MM-DD. Years have four digits that do not begin with 0: a date field hands
 * over 0002, 0020 and 0202 while 2026 is being typed.
 */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  // The end of February and the like: JavaScript reads the 31st as a day in March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Epoch ms of the day's first moment in the viewer's zone, or of a later day's: days are not always 24 hours long. */
export function startOfDay(day: string, daysLater = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).getTime()
}
