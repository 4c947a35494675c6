import { expect, it } from 'vitest'
import { isName, otherTexts } from '../../screens/list/name-words'

it.each(['Elijah Clarke', 'Hoffmann, Lena', 'clarke', "O'Neill", 'Zoë Groß-Mann', 'J. Lindqvist'])(
  '%s may be a name',
  (text) => expect(isName(text)).toBe(true),
)

it.each(['', '  ', '00451872', 'e.clarke@lakemont.example', 'L0027714', 'vega 27714'])(
  '"%s" is none',
  (text) => expect(isName(text)).toBe(false),
)

it.each([
  ['Elijah Clarke', ['Clarke', 'e.clarke']],
  ['Clarke, Elijah', ['Clarke', 'e.clarke']],
  ['Ana Maria Vega', ['Vega', 'a.vega']],
  ['de la Vega, Ana', ['Vega', 'a.vega']],
  ['Clarke', []],
  ['Clarke,', []],
])('for %s a surname and initials are offered', (text, texts) => expect(otherTexts(text)).toEqual(texts))
