import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { run } from './prepare'

const folder = mkdtempSync(join(tmpdir(), 'loupe-prepare-'))
const said = vi.spyOn(console, 'error').mockImplementation(() => {})
const told = vi.spyOn(console, 'log').mockImplementation(() => {})

afterEach(() => vi.clearAllMocks())

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [undefined, 'Say where the variables are: npm run deploy:prepare -- loupe.env'],
  ['nothing.env', 'There is no nothing.env; deploy/loupe.env.example is what it looks like.'],
])('with %j for the variables it says what to do, and writes nothing', (file, words) => {
  expect(run(file === undefined ? [] : [file])).toBe(1)
  expect(said.mock.calls).toEqual([[words]])
})

test('a value that cannot be used ends it with the sentence alone', () => {
  const file = join(folder, 'loupe.env')
  writeFileSync(file, 'LOUPE_ADDRESS=cards.example.edu\nCLOUDCARD_API_URL=https://api.cloudcard.us\n')
  expect(run([file, join(folder, 'out')])).toBe(1)
  expect(said.mock.calls).toEqual([
    [expect.stringMatching(/^LOUPE_ADDRESS must be an address such as .*\.$/)],
  ])
})

describe('a folder that holds something else', () => {
  const variables = join(folder, 'good.env')
  const other = (name: string) => {
    const path = join(folder, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  writeFileSync(variables, readFileSync(new URL('loupe.env.example', import.meta.url)))

  test('is never emptied: its www may be the web root of a whole server', () => {
    const somebodys = other('var')
    mkdirSync(join(somebodys, 'www/shop'), { recursive: true })
    writeFileSync(join(somebodys, 'www/index.html'), '<title>Shop</title>')
    expect(run([variables, somebodys, '--no-build'])).toBe(1)
    expect(said.mock.calls).toEqual([[expect.stringMatching(/www holds something other than Loupe/)]])
    expect(readFileSync(join(somebodys, 'www/index.html'), 'utf8')).toBe('<title>Shop</title>')
    expect(existsSync(join(somebodys, 'www/shop'))).toBe(true)
    expect(existsSync(join(somebodys, 'loupe.conf'))).toBe(false)
  })

  test('is not reached through a link either', () => {
    const somebodys = other('linked')
    const elsewhere = other('elsewhere')
    writeFileSync(join(elsewhere, 'index.html'), '<meta name="loupe-config" content="">')
    symlinkSync(elsewhere, join(somebodys, 'www'))
    expect(run([variables, somebodys, '--no-build'])).toBe(1)
    expect(existsSync(join(elsewhere, 'index.html'))).toBe(true)
  })

  test("keeps a loupe.conf that is not Loupe's", () => {
    const somebodys = other('conf')
    writeFileSync(join(somebodys, 'loupe.conf'), 'server {}')
    expect(run([variables, somebodys, '--no-build'])).toBe(1)
    expect(readFileSync(join(somebodys, 'loupe.conf'), 'utf8')).toBe('server {}')
  })

  test('a dry run says what would be written, and writes nothing', () => {
    const empty = join(folder, 'empty')
    expect(run([variables, empty, '--dry-run'])).toBe(0)
    const words = told.mock.calls.flat().join(' ')
    expect(words).toMatch(/^Nothing was built or written\. For https:\/\/cards\.example\.edu/)
    expect(words).toContain('Both would be new.')
    expect(existsSync(empty)).toBe(false)
  })

  test('an option that nobody knows is no dry run', () => {
    expect(run([variables, join(folder, 'new'), '--dryrun'])).toBe(1)
    expect(said.mock.calls).toEqual([['There is no option --dryrun; there are --dry-run and --no-build.']])
  })
})
