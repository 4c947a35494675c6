import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../', import.meta.url)
const page = readFileSync(new URL('docs/security.md', root), 'utf8').replace(/\s+/g, ' ')

/** Each a file of tests and words of a test's name; several names may follow one file. */
function namedTests(): { file: string; words: string }[] {
  return [...page.matchAll(/→ (.*?)(?= - \*\*| ## | - Before |$)/g)].flatMap(([, shown = '']) => {
    let file = ''
    return [...shown.matchAll(/`((?:src|test|deploy)\/[^`]+)`|"([^"]+)"/g)].map(([, path, words = '']) => {
      file = path ?? file
      return { file, words }
    })
  })
}

test('the tests that the security page names are there', () => {
  const named = namedTests()
  expect(named.filter(({ words }) => words !== '').length).toBeGreaterThan(30)
  const missing = named.filter(({ file, words }) => {
    if (!existsSync(new URL(file, root))) return true
    return !readFileSync(new URL(file, root), 'utf8').replaceAll("\\'", "'").includes(words)
  })
  expect(missing).toEqual([])
})
