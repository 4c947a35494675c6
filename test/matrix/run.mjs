// Runs the fault matrix: all of it, one cell, or all of it and writes docs/faults.md. See docs/testing.md.
import { spawnSync } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { parseArgs } from 'node:util'

process.chdir(resolve(import.meta.dirname, '../..'))
const { values } = parseArgs({ options: { cell: { type: 'string' }, write: { type: 'boolean' } } })
if (values.cell?.includes(' x ') && values.write) {
  console.error('docs/faults.md is written from all cells, or from those of a call.')
  process.exit(2)
}
const isOfFiles = /^(picture|part )/.test(values.cell ?? '')
const runs = [
  ...(isOfFiles ? [] : [['vitest', 'run', 'test/matrix', '--disable-console-intercept']]),
  // Two at a time would write over each other's tables.
  ...(values.cell && !isOfFiles
    ? []
    : [
        ['vite', 'build', '--configLoader', 'runner'],
        ['playwright', 'test', 'browser/matrix', ...(values.write ? ['--workers=1'] : [])],
      ]),
]
for (const [command, ...args] of runs) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter),
      MATRIX: values.write ? 'write' : 'all',
      MATRIX_CELL: values.cell ?? '',
    },
  })
  if (status !== 0) process.exitCode = status ?? 1
}
