import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

const isThere = (command, flag) => spawnSync(command, [flag], { stdio: 'ignore' }).status === 0

const hasOpenssl = () => isThere('openssl', 'version')

function nginxPath() {
  const places = process.env.NGINX_PATH ? [process.env.NGINX_PATH] : ['nginx', '/usr/sbin/nginx']
  return places.find((place) => isThere(place, '-v'))
}

/** NGINX_PATH, else one on the PATH or where Debian puts it; openssl, for the certificates, must be there too. */
export function findNginx() {
  return hasOpenssl() ? nginxPath() : undefined
}

/** The same, but installs one where there is none. */
export function findOrInstallNginx() {
  const found = findNginx()
  if (found || process.env.LOUPE_INSTALL_NGINX === '0') return found
  if (process.getuid?.() !== 0 || !isThere('apt-get', '--version')) return undefined
  const lacking = [...(nginxPath() ? [] : ['nginx']), ...(hasOpenssl() ? [] : ['openssl'])]
  console.log(`For the deployment tests: installing what is lacking, Debian packages ${lacking.join(', ')}.`)
  run('apt-get', ['update'])
  withoutStartingServices(() => {
    run('apt-get', ['install', '-y', '--no-install-recommends', ...lacking])
  })
  return findNginx()
}

/** Only the program is wanted: Debian would open a web server on this machine. */
function withoutStartingServices(install) {
  const policy = '/usr/sbin/policy-rc.d'
  if (existsSync(policy)) return install()
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return install()
  } finally {
    rmSync(policy)
  }
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}
