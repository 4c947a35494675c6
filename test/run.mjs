// Runs every suite, also after one has failed, and ends with one line: "N passed, N failed".
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { findOrInstallChromium, findOrInstallHeadlessShell } from './browser/chromium.mjs'
import { findOrInstallNginx } from './deploy/nginx.mjs'
import { installBrowsers } from './engines/browsers.mjs'
import { countsOf, outcomesIn, told } from './outcomes.mjs'

process.chdir(resolve(import.meta.dirname, '..'))
const engines = ['chromium', 'safari-habits', 'firefox', 'webkit']
const reports = mkdtempSync(join(tmpdir(), 'loupe-test-'))
const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)

/** How each test ended; outcomes.mjs says what stands in it. */
const outcomes = []

// Three lanes side by side: what computes fills the time in which others wait for the network and the clock, so both cores are
// busy to the end. Unit tests and journeys go first wherever they can. The checks are done while the tests begin.
const afterOthers = 5
const checks = [
  check('types', 'tsc', ['--noEmit']),
  check('lint', 'oxlint', ['--deny-warnings']),
  check('format', 'oxfmt', ['--check']),
]
const building = check('build', 'npm', ['run', 'build'])
const chromium = findOrInstallChromium()
const isReady = Boolean(chromium) && (await building)
const notReady = chromium
  ? 'The app could not be built.'
  : 'There is no Chromium: install one, or name it in CHROMIUM_PATH.'
const paths = { CHROMIUM_PATH: chromium, HEADLESS_PATH: findOrInstallHeadlessShell() ?? chromium }
await Promise.all([...checks, unitAndJourneys(), browserTests(), deploymentThenEngines()])

rmSync(reports, { recursive: true })
process.exitCode = summary()

async function check(name, command, args) {
  const { passed, said } = await run(name, command, args, { isBeside: true })
  outcomes.push({ suite: name, status: passed ? 'passed' : 'failed', message: said })
  return passed
}

async function unitAndJourneys() {
  const file = join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=./test/vitest-report.mjs']
  const { passed } = await run('unit and journeys', 'vitest', ['run', '--allowOnly=false', ...reporters], {
    env: { OUTCOMES_FILE: file },
  })
  note(['unit', 'journeys'], readReport(file) ?? [], passed)
}

async function browserTests() {
  if (isReady) await playwright(['browser'], [], paths)
  else fail('browser', notReady)
}

async function deploymentThenEngines() {
  await deployment()
  if (isReady) await everyEngine()
  else fail('engines', notReady)
}

async function deployment() {
  if (!isReady) return fail('deploy', notReady)
  const nginx = findOrInstallNginx()
  if (nginx) return playwright(['deploy'], ['--config', 'test/deploy'], { ...paths, NGINX_PATH: nginx })
  fail('deploy', 'The deployment tests need nginx and openssl: install them, or name an nginx in NGINX_PATH.')
}

/** The main job in every engine: a line each. */
async function everyEngine() {
  if (!installBrowsers()) fail('engines', 'Firefox or WebKitGTK could not be installed.')
  await playwright(engines, ['--config', 'test/engines'], paths)
}

/** @param suites one for each of Playwright's projects, or one for all */
async function playwright(suites, args, env) {
  const file = join(reports, `${suites[0]}.json`)
  const words = ['test', ...args, '--forbid-only', '--reporter=list,json']
  const options = { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file }, isBeside: true }
  const { passed } = await run(suites.length > 1 ? 'engines' : suites[0], 'playwright', words, options)
  const suiteOf = (project) => (suites.includes(project) ? project : suites[0])
  note(suites, outcomesIn(readReport(file), suiteOf), passed)
}

function note(suites, found, passed) {
  outcomes.push(...found)
  // A suite that has lost its tests must not look like one that passed.
  for (const suite of suites) if (!found.some((each) => each.suite === suite)) fail(suite, 'No test was run.')
  if (!passed && !outcomes.some(({ suite, status }) => suites.includes(suite) && status === 'failed'))
    fail(suites[0], 'The run failed without failing a test: see above.')
}

function fail(name, reason) {
  outcomes.push({ suite: name, status: 'failed', message: reason })
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
  if (isBeside) letOthersGoFirst(child.pid)
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      console.error(message)
      resolve({ passed: false, said: message })
    })
    child.once('close', (status) => {
      const words = String(Buffer.concat(said))
      if (isBeside) console.log(`${title}\n${words}`)
      resolve({ passed: status === 0, said: words })
    })
  })
}

function letOthersGoFirst(pid) {
  try {
    if (pid) setPriority(pid, afterOthers)
  } catch {
    // Where that is not allowed, all are alike.
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** What went wrong stands by name above the table: who runs this may see only the end of what it says. */
function summary() {
  const words = ({ passed, failed, skipped }) =>
    `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
  for (const wanted of ['second try', 'failed'])
    for (const each of outcomes) if (each.status === wanted) console.log(`\n${told(each)}`)
  console.log()
  // What ran side by side is told in the same order each time; the engines, whose names are theirs, come last.
  const first = ['types', 'lint', 'format', 'build', 'unit', 'journeys', 'browser', 'deploy']
  for (const suite of new Set([...first, ...outcomes.map(({ suite }) => suite)])) {
    const own = outcomes.filter((each) => each.suite === suite)
    console.log(`${suite.padEnd(14)}${words(countsOf(own))}`)
  }
  console.log()
  const all = countsOf(outcomes)
  console.log(words(all))
  return all.failed > 0 || all.passed === 0 ? 1 : 0
}
