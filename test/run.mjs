// Runs every suite, also after one has failed, and ends with one line: "N passed, N failed".
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { findOrInstallChromium, findOrInstallHeadlessShell } from './browser/chromium.mjs'
import { findOrInstallNginx } from './deploy/nginx.mjs'
import { installBrowsers } from './engines/browsers.mjs'
import { resultsOf } from './engines/report.mjs'

process.chdir(resolve(import.meta.dirname, '..'))
const reports = mkdtempSync(join(tmpdir(), 'loupe-test-'))
const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)

/** Each: { name, passed, failed, skipped }. */
const results = []

check('types', 'tsc', ['--noEmit'])
check('lint', 'oxlint', ['--deny-warnings'])
check('format', 'prettier', ['--check', '.'])
unitAndJourneys()
if (check('build', 'npm', ['run', 'build'])) inBrowser()
else ['browser', 'deploy', 'engines'].forEach((name) => fail(name))

rmSync(reports, { recursive: true })
process.exitCode = summary()

function check(name, command, args) {
  const passed = run(name, command, args)
  results.push({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })
  return passed
}

function unitAndJourneys() {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const passed = run('unit and journeys', 'vitest', ['run', '--allowOnly=false', ...reporters])
  const files = readReport(file)?.testResults ?? []
  const count = (wanted) => {
    const tests = files.filter(({ name }) => /[\\/]test[\\/]journeys[\\/]/.test(name) === wanted)
    const statuses = tests.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
    const of = (status) => statuses.filter((each) => each === status).length
    // A file that could not be loaded has no tests to fail.
    const broken = tests.filter(
      (each) => each.status === 'failed' && each.assertionResults.length === 0,
    ).length
    const [done, failed] = [of('passed'), of('failed')]
    // A suite that has lost its tests must not look like one that passed.
    const lost = tests.length === 0 ? 1 : 0
    return { passed: done, failed: failed + broken + lost, skipped: statuses.length - done - failed }
  }
  const suites = [
    { name: 'unit', ...count(false) },
    { name: 'journeys', ...count(true) },
  ]
  // Errors outside of any test, such as an unhandled rejection, fail the run without failing a test.
  if (!passed && suites.every(({ failed }) => failed === 0)) suites[0].failed = 1
  results.push(...suites)
}

function inBrowser() {
  const chromium = findOrInstallChromium()
  if (!chromium) {
    fail('browser', 'The browser tests need a Chromium: install one, or name it in CHROMIUM_PATH.')
    fail('deploy', 'The deployment tests need it too.')
    fail('engines', 'And so does the main job in every engine.')
    return
  }
  const shell = findOrInstallHeadlessShell()
  playwright('browser', [], { CHROMIUM_PATH: chromium, HEADLESS_PATH: shell ?? chromium })
  const nginx = findOrInstallNginx()
  if (nginx) playwright('deploy', ['--config', 'test/deploy'], { CHROMIUM_PATH: chromium, NGINX_PATH: nginx })
  else
    fail(
      'deploy',
      'The deployment tests need nginx and openssl: install them, or name an nginx in NGINX_PATH.',
    )
  everyEngine(chromium)
}

/** The main job in every engine: a line each. */
function everyEngine(chromium) {
  if (!installBrowsers()) fail('engines', 'Firefox or WebKitGTK could not be installed.')
  const file = join(reports, 'engines.json')
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const args = ['test', '--config', 'test/engines', '--forbid-only', '--reporter=list,json']
  const passed = run('engines', 'playwright', args, env)
  const engines = resultsOf(readReport(file))
  // Errors outside of any test fail the run without failing a test.
  if (!passed && engines.every(({ failed }) => failed === 0)) engines[0].failed = 1
  results.push(...engines)
}

function playwright(name, args, paths) {
  const file = join(reports, `${name}.json`)
  const env = { ...paths, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const passed = run(name, 'playwright', ['test', ...args, '--forbid-only', '--reporter=list,json'], env)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? {}
  const failed = unexpected || (passed ? 0 : 1)
  results.push({ name, passed: expected + flaky, failed, skipped })
}

function fail(name, reason) {
  if (reason) console.error(reason)
  results.push({ name, passed: 0, failed: 1, skipped: 0 })
}

function run(name, command, args, env = {}) {
  console.log(`\n— ${name}`)
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path, ...env },
    shell: process.platform === 'win32',
  })
  if (error) console.error(error.message)
  return status === 0
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function summary() {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0)
  const words = ({ passed, failed, skipped }) =>
    `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  console.log()
  for (const result of results) console.log(`${result.name.padEnd(14)}${words(result)}`)
  console.log()
  console.log(words({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') }))
  return total('failed') > 0 || total('passed') === 0 ? 1 : 0
}
