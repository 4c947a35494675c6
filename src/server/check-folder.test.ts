import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'loupe-folder-'))
chmodSync(folder, 0o755)
// A copy that anybody may read, wherever the project lies.
const script = join(folder, 'check-folder.mjs')
copyFileSync(new URL('check-folder.mjs', import.meta.url), script)
afterAll(() => rmSync(folder, { recursive: true }))

function check(name: string, mode = 0o777) {
  const cwd = join(folder, name)
  mkdirSync(cwd)
  chmodSync(cwd, mode)
  // Whoever may do everything would be refused nothing: the user "nobody" of Debian.
  const somebody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd, encoding: 'utf8', ...somebody })
  return { status, lines: stderr.trim().split('\n') }
}

test('a usual folder is fine, also with blanks and letters beyond ASCII', () => {
  expect(check('Karten büro')).toEqual({ status: 0, lines: [''] })
})

test.each(['office #2', 'why?'])('"%s" is refused with one sentence', (name) => {
  expect(check(name)).toEqual({ status: 1, lines: [expect.stringMatching(/has a # or \? in it/)] })
})

test('a folder that cannot be written is refused with one sentence', () => {
  expect(check('locked', 0o555)).toEqual({
    status: 1,
    lines: [expect.stringMatching(/^Nothing can be written to /)],
  })
})
