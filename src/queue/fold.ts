/** Letters that are no base letter with a mark, as people type them who do not have them. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  // Only a Σ at the end of a word is lowered to it, and what is typed ends earlier.
  ς: 'σ',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')
// oxlint-disable-next-line no-control-regex
const isPlain = /^[\u0000-\u007f]*$/

/** A text for searching: accents and case do not matter ("José" is found by "jose", "Straße" by "strasse"). */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isPlain.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(special, (letter) => plain[letter] ?? letter)
}

/** The words of a search text, folded; "Hoffmann, Lena" has the same ones as "Lena Hoffmann". */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[\s,;]+/)
    .filter(Boolean)
}
