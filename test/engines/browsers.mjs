import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What each engine needs beside Chromium: its programs, and the Debian packages that bring them. */
const needed = {
  firefox: { find: findFirefox, packages: ['firefox-esr'], name: 'Firefox' },
  webkit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'], name: 'WebKitGTK' },
}

/** The path of a Firefox that Playwright can drive by WebDriver BiDi: FIREFOX_PATH, or one on the PATH. */
export function findFirefox() {
  return process.env.FIREFOX_PATH || onPath('firefox-esr') || onPath('firefox')
}

/** WebKitGTK's driver, its small browser, and the screen that nobody sees; undefined where one of them is missing. */
export function findWebKit() {
  const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}`)
  const browsers = folders.flatMap((folder) =>
    ['4.1', '6.0', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`),
  )
  const [driver, browser, screen] = [onPath('WebKitWebDriver'), browsers.find(existsSync), onPath('Xvfb')]
  return driver && browser && screen ? { driver, browser, screen } : undefined
}

/**
 * Installs what is missing, as root on Debian and its like, unless LOUPE_INSTALL_BROWSERS=0 forbids it.
 *
 * @returns whether it went well; what is still missing then is skipped by the tests, with a word
 */
export function installBrowsers(engines = Object.keys(needed)) {
  const missing = engines.map((engine) => needed[engine]).filter((each) => each && !each.find())
  if (missing.length === 0 || process.env.LOUPE_INSTALL_BROWSERS === '0') return true
  if (process.getuid?.() !== 0 || !run('apt-get', ['--version'], 'ignore')) return true
  const packages = missing.flatMap((each) => each.packages)
  const names = missing.map(({ name }) => name).join(' and ')
  console.log(`There is no ${names} for the tests: installing Debian packages ${packages.join(', ')}.`)
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
  return missing.every((each) => each.find())
}

/** Why the tests with an engine cannot run, in a sentence; undefined where they can. */
export function whyMissing(engine) {
  const { find, packages, name } = needed[engine] ?? {}
  if (!find || find()) return undefined
  const how = `install the Debian packages ${packages.join(' and ')}`
  const forbidden = process.env.LOUPE_INSTALL_BROWSERS === '0' ? ' LOUPE_INSTALL_BROWSERS=0 forbids to.' : ''
  return `There is no ${name} here, so the main job was not run in it: ${how}.${forbidden}`
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(existsSync)
}

function run(command, args, output = 'inherit') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', output, output], env }).status === 0
}
