/** "1,200" */
export const numberWords = (count: number): string => count.toLocaleString('en')

/** "1 photo", "1,200 photos" */
export const counted = (count: number, one: string): string =>
  `${numberWords(count)} ${count === 1 ? one : `${one}s`}`
