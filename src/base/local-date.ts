const [isolate, endIsolate] = ['\u2068', '\u2069']
const rightToLeft = /^(ar|arc|ckb|dv|fa|he|iw|ks|ps|sd|ug|ur|yi)\b/

export type LocalDate = Pick<Intl.DateTimeFormat, 'format' | 'formatRange'>

/**
 * How dates and times are written: in the viewer's language and time zone. Where that language is written from right to left, they
 * are kept apart from the English sentence around them (Unicode isolates), in which their parts would else change places.
 */
export function localDate(options: Intl.DateTimeFormatOptions, language?: string): LocalDate {
  const dates = new Intl.DateTimeFormat(language, options)
  if (!rightToLeft.test(dates.resolvedOptions().locale)) return dates
  const apart = (text: string) => `${isolate}${text}${endIsolate}`
  return {
    format: (time) => apart(dates.format(time)),
    formatRange: (from, to) => apart(dates.formatRange(from, to)),
  }
}
