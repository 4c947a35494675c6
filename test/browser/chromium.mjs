import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium that is already here: CHROMIUM_PATH, one on the PATH, Playwright's own. */
export function findChromium() {
  return process.env.CHROMIUM_PATH || [...onThePath(names), chromium.executablePath()].find(starts)
}

/**
 * The same engine without the browser around it, which takes a third less of the processor; else the Chromium that is here.
 * Whoever names a Chromium gets that one.
 */
export function findHeadlessShell() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  return onThePath(['chromium-headless-shell']).find(starts) ?? findChromium()
}

const onThePath = (programs) =>
  programs.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))

/** The same, but installs one where there is none. */
export function findOrInstallChromium() {
  const found = findChromium()
  if (found || process.env.LOUPE_INSTALL_CHROMIUM === '0') return found
  if (process.getuid?.() === 0 && run('apt-get', ['--version'], 'ignore')) {
    console.log(
      'There is no Chromium for the browser tests: installing Debian packages chromium, fonts-liberation.',
    )
    installFromDebian('chromium', 'fonts-liberation')
    const installed = findChromium()
    if (installed) return installed
  }
  console.log("There is no Chromium for the browser tests: installing Playwright's own.")
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  return findChromium()
}

/** As much of Chromium as Debian has for running without a screen; nothing fails where that cannot be had. */
export function findOrInstallHeadlessShell() {
  const found = findHeadlessShell()
  const isNamed = Boolean(process.env.CHROMIUM_PATH)
  if (isNamed || found?.includes('headless-shell') || process.env.LOUPE_INSTALL_CHROMIUM === '0') return found
  // Of another version it would test another engine.
  if (process.getuid?.() === 0 && found === '/usr/bin/chromium' && run('apt-get', ['--version'], 'ignore'))
    installFromDebian('chromium', 'chromium-headless-shell')
  return findHeadlessShell()
}

function installFromDebian(...packages) {
  run('apt-get', ['update'])
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
}

// Some systems put a stand-in on the PATH that only says how to install the real one.
function starts(path) {
  return existsSync(path) && run(path, ['--version'], 'ignore')
}

function run(command, args, output = 'inherit') {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', output, output], env }).status === 0
}
