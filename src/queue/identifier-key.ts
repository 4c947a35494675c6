import { fold } from './fold'

/**
 * An ID number made comparable with < as people count: numbers in it by their value, whatever their leading zeros (7, 0010,
 * 451872, then A9, A10); '' for a blank one.
 */
export function identifierKey(identifier: string): string {
  return fold(identifier.trim()).replace(/\d+/g, (digits) => {
    const significant = digits.replace(/^0+(?=\d)/, '')
    // Longer numbers are greater: the length comes first, as one character that sorts before all letters.
    return String.fromCharCode(Math.min(47, significant.length)) + significant
  })
}

/** L0027714 as L27714: people leave out the zeros that an ID number has in front of its digits. */
export const withoutLeadingZeros = (identifier: string): string => identifier.replace(/(?<!\d)0+(?=\d)/g, '')
