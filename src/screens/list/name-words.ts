/** Whether a search text may be somebody's name: words of letters alone. */
export function isName(text: string): boolean {
  return /^[\p{L}\p{M}'’.-]+(?:[\s,]+[\p{L}\p{M}'’.-]+)*,?$/u.test(text.trim())
}

/**
 * What else may find a person whose name was typed, for e-mails are often made of it: the surname, and the initial with the
 * surname ("Clarke", "e.clarke"). The surname is in front of a comma, else it is the last word.
 */
export function otherTexts(text: string): string[] {
  const [before, after] = text.trim().split(/\s*,\s*/)
  const words = text.trim().split(/[\s,]+/)
  const surname = (after ? before?.split(/\s+/).at(-1) : words.at(-1)) ?? ''
  const given = (after || words[0]) ?? ''
  if (words.length < 2 || surname === '' || given === '') return []
  return [surname, `${given.charAt(0)}.${surname}`.toLowerCase()]
}
