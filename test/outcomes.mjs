import { stripVTControlCharacters } from 'node:util'

/** An outcome: { suite, file, name, status: 'passed' | 'failed' | 'second try' | 'skipped', message }. */

/** How each test of Playwright's report ended; its errors outside of any test are failures of their own. */
export function outcomesIn(report, suiteOf) {
  const outside = (report?.errors ?? []).map(({ message }) => ({
    suite: suiteOf(),
    file: '',
    name: 'outside of any test',
    status: 'failed',
    message,
  }))
  return [...outside, ...(report?.suites ?? []).flatMap((suite) => testsIn(suite, []))]

  function testsIn({ title, suites = [], specs = [] }, above) {
    // The first title is the file's.
    const titles = [...above, title]
    const own = specs.flatMap(({ file, title, tests }) =>
      tests.map(({ projectName, status, results }) => ({
        suite: suiteOf(projectName),
        file,
        name: [...titles.slice(1), title].join(' › '),
        status: { expected: 'passed', flaky: 'second try', skipped: 'skipped' }[status] ?? 'failed',
        // Of a time-out the first error says so, and the next what was waited for.
        message: results
          .find(({ errors }) => errors?.length)
          ?.errors.map(({ message }) => message)
          .join('\n'),
      })),
    )
    return [...own, ...suites.flatMap((suite) => testsIn(suite, titles))]
  }
}

const linesAtMost = 12
const isInLibrary = /^ +at .*(node_modules|node:internal|new Promise|<anonymous>\)$)/

/** What went wrong, to be read at the end of a long log. */
export function told({ suite, file, name, status, message = '' }) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() && !isInLibrary.test(line))
    .slice(0, linesAtMost)
    .map((line) => `    ${line.slice(0, 200)}`)
  const where = [suite, file, name].filter(Boolean).join(' › ')
  return [`${status.toUpperCase()}: ${where}`, ...lines].join('\n')
}

export function countsOf(outcomes) {
  const of = (...wanted) => outcomes.filter(({ status }) => wanted.includes(status)).length
  return { passed: of('passed', 'second try'), failed: of('failed'), skipped: of('skipped') }
}
