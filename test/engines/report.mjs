const engines = ['chromium', 'safari-habits', 'firefox', 'webkit']

/** What Playwright's report says of the main job, engine by engine: { name, passed, failed, skipped }. */
export function resultsOf(report) {
  const tests = testsIn(report?.suites ?? [])
  return engines.map((name) => {
    const statuses = tests.filter(({ projectName }) => projectName === name).map(({ status }) => status)
    const of = (...wanted) => statuses.filter((status) => wanted.includes(status)).length
    const passed = of('expected', 'flaky')
    const skipped = of('skipped')
    // A suite that has lost its tests must not look like one that passed.
    return { name, passed, failed: statuses.length === 0 ? 1 : statuses.length - passed - skipped, skipped }
  })
}

const testsIn = (suites) =>
  suites.flatMap(({ suites = [], specs }) => [...testsIn(suites), ...specs.flatMap(({ tests }) => tests)])
