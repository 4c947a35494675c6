// Runs every suite, also after one has failed, and ends with one line: "N passed, N failed".
import { spawn } from 'node:child_process'
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

// Side by side: a test waits for the network and the clock a good part of its time, which is the other lane's. The checks and
// the build are done while the unit tests begin.
const checks = [
  check('types', 'tsc', ['--noEmit']),
  check('lint', 'oxlint', ['--deny-warnings']),
  check('format', 'prettier', ['--check', '.']),
]
const building = check('build', 'npm', ['run', 'build'])
const chromium = findOrInstallChromium()
if (!chromium) console.error('The browser tests need a Chromium: install one, or name it in CHROMIUM_PATH.')
await Promise.all([...checks, unitTestsThenEngines(), browserThenDeployment()])

rmSync(reports, { recursive: true })
process.exitCode = summary()

async function check(name, command, args) {
  const passed = await run(name, command, args, { isBeside: true })
  results.push({ name, passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })
  return passed
}

async function unitAndJourneys() {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const passed = await run('unit and journeys', 'vitest', ['run', '--allowOnly=false', ...reporters])
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

async function unitTestsThenEngines() {
  await unitAndJourneys()
  if (chromium && (await building)) await everyEngine()
  else fail('engines')
}

async function browserThenDeployment() {
  if (!(chromium && (await building))) return ['browser', 'deploy'].forEach((name) => fail(name))
  const shell = findOrInstallHeadlessShell()
  await playwright('browser', [], { CHROMIUM_PATH: chromium, HEADLESS_PATH: shell ?? chromium })
  const nginx = findOrInstallNginx()
  if (nginx)
    return playwright('deploy', ['--config', 'test/deploy'], { CHROMIUM_PATH: chromium, NGINX_PATH: nginx })
  fail('deploy', 'The deployment tests need nginx and openssl: install them, or name an nginx in NGINX_PATH.')
}

/** The main job in every engine: a line each. */
async function everyEngine() {
  if (!installBrowsers()) fail('engines', 'Firefox or WebKitGTK could not be installed.')
  const file = join(reports, 'engines.json')
  const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const args = ['test', '--config', 'test/engines', '--forbid-only', '--reporter=list,json']
  const passed = await run('engines', 'playwright', args, { env })
  const engines = resultsOf(readReport(file))
  // Errors outside of any test fail the run without failing a test.
  if (!passed && engines.every(({ failed }) => failed === 0)) engines[0].failed = 1
  results.push(...engines)
}

async function playwright(name, args, paths) {
  const file = join(reports, `${name}.json`)
  const env = { ...paths, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const words = ['test', ...args, '--forbid-only', '--reporter=list,json']
  const passed = await run(name, 'playwright', words, { env, isBeside: true })
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file)?.stats ?? {}
  const failed = unexpected || (passed ? 0 : 1)
  results.push({ name, passed: expected + flaky, failed, skipped })
}

function fail(name, reason) {
  if (reason) console.error(reason)
  results.push({ name, passed: 0, failed: 1, skipped: 0 })
}

/** What runs beside something else is heard once it has ended, in one piece. */
function run(name, command, args, { env = {}, isBeside = false } = {}) {
  const title = `\n— ${name}`
  if (!isBeside) console.log(title)
  const output = isBeside ? 'pipe' : 'inherit'
  const child = spawn(command, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, PATH: path, ...env },
    shell: process.platform === 'win32',
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      console.error(message)
      resolve(false)
    })
    child.once('close', (status) => {
      if (isBeside) console.log(`${title}\n${Buffer.concat(said)}`)
      resolve(status === 0)
    })
  })
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
  // What ran side by side is told in the same order each time; the engines, whose names are theirs, come last.
  const order = ['types', 'lint', 'format', 'build', 'unit', 'journeys', 'browser', 'deploy', 'engines']
  const placeOf = ({ name }) => (order.includes(name) ? order.indexOf(name) : order.length)
  results.sort((a, b) => placeOf(a) - placeOf(b))
  for (const result of results) console.log(`${result.name.padEnd(14)}${words(result)}`)
  console.log()
  console.log(words({ passed: total('passed'), failed: total('failed'), skipped: total('skipped') }))
  return total('failed') > 0 || total('passed') === 0 ? 1 : 0
}
