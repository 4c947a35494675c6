import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { run } from './prepare'

const folder = mkdtempSync(join(tmpdir(), 'loupe-prepare-'))
const said = vi.spyOn(console, 'error').mockImplementation(() => {})

afterEach(() => said.mockClear())

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
