import { writeFileSync } from 'node:fs'

/** Writes how each test ended into the file that OUTCOMES_FILE names, as test/outcomes.mjs describes it. */
export default class VitestReport {
  onTestRunEnd(modules, errors) {
    const outside = errors.map((error) => failure('unit', '', 'outside of any test', [error]))
    const outcomes = [...outside, ...modules.flatMap(outcomesOf)]
    writeFileSync(process.env.OUTCOMES_FILE, JSON.stringify(outcomes))
  }
}

function outcomesOf(module) {
  const suite = module.project.name === 'journeys' ? 'journeys' : 'unit'
  const file = module.relativeModuleId
  // A file that could not be loaded, or a hook around many tests: none of its tests may have failed.
  const broken = [module, ...module.children.allSuites()]
    .filter((each) => each.errors().length > 0)
    .map((each) => failure(suite, file, each.fullName ?? '', each.errors()))
  const tests = [...module.children.allTests()].map((test) => {
    const { state, errors = [] } = test.result()
    // What was not even begun has not passed.
    const status = { passed: 'passed', skipped: 'skipped' }[state] ?? 'failed'
    const isSecondTry = status === 'passed' && test.diagnostic()?.flaky
    const { message } = failure(suite, file, '', errors)
    return { suite, file, name: test.fullName, status: isSecondTry ? 'second try' : status, message }
  })
  return [...broken, ...tests]
}

function failure(suite, file, name, errors) {
  const message = errors
    .flatMap(({ stack, message, diff }) => [stack ?? message, diff])
    .filter(Boolean)
    .join('\n')
  return { suite, file, name, status: 'failed', message }
}
