import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What each engine needs beside Chromium: its programs, and the Debian packages that bring them. */
const needed = {
  firefox: { find: findFirefox, packages: ['firefox-esr'], name: 'Firefox' },
  webkit: { find: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'], name: 'WebKitGTK' },
}

/** The path of a Firefox that can be driven by WebDriver BiDi. Others' packages of it may be locked into a home of their own. */
export function findFirefox() {
  return process.env.FIREFOX_PATH || onPath('firefox-esr')
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
 * Installs what is missing, as root on Debian and its like, unless LOUPE_INSTALL_BROWSERS=0 forbids it, and says what cannot be
 * run for want of it.
 *
 * @returns false where something was to be installed and could not be
 */
export function installBrowsers(engines = Object.keys(needed)) {
  const missing = () => engines.filter((engine) => whyMissing(engine) !== undefined)
  const wanted = missing()
  const packages = wanted.flatMap((engine) => needed[engine].packages)
  const isTried = wanted.length > 0 && mayInstall()
  if (isTried) {
    console.log(`Installing Debian packages ${packages.join(', ')}, to run the main job in every engine.`)
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
  }
  for (const engine of missing()) console.log(whyMissing(engine))
  return !isTried || missing().length === 0
}

const mayInstall = () =>
  process.env.LOUPE_INSTALL_BROWSERS !== '0' &&
  process.getuid?.() === 0 &&
  run('apt-get', ['--version'], 'ignore')

/** Why the tests with an engine cannot run, in a sentence; undefined where they can. */
export function whyMissing(engine) {
  const { find, packages, name } = needed[engine] ?? {}
  if (!find || find()) return undefined
  const isForbidden = process.env.LOUPE_INSTALL_BROWSERS === '0'
  const how = isForbidden
    ? 'LOUPE_INSTALL_BROWSERS=0 forbids to install it'
    : `"apt-get install ${packages.join(' ')}" brings it`
  return `There is no ${name} here, so the main job is not run in it: ${how}.`
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(existsSync)
}

function run(command, args, output = 'inherit') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', output, output], env }).status === 0
}
