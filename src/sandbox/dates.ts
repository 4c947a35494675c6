export type DateStyle = 'z' | 'offset'

/** Both ways of writing a date were seen: `2022-09-01T16:43:47Z` and `2024-08-27T18:19:54+0000`. */
export function writtenDate(time: number, style: DateStyle): string {
  return `${new Date(time).toISOString().slice(0, 19)}${style === 'z' ? 'Z' : '+0000'}`
}
