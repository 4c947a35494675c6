// The main job in the engines that are named, or in all: npm run test:engines -- firefox --in-sight
import { spawnSync } from 'node:child_process'
import { installBrowsers } from './browsers.mjs'

const words = process.argv.slice(2)
const inSight = words.includes('--in-sight')
const engines = words.filter((word) => /^(chromium|safari-habits|firefox|webkit)$/.test(word))
const others = words.filter((word) => word !== '--in-sight' && !engines.includes(word))

const isReady = installBrowsers(engines.length > 0 ? engines : undefined)
const projects = engines.map((engine) => `--project=${engine}`)
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/engines', ...projects, ...others],
  { stdio: 'inherit', env: { ...process.env, ...(inSight && { IN_SIGHT: '1' }) } },
)
process.exitCode = isReady ? (status ?? 1) : 1
