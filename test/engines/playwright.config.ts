import { defineConfig } from '@playwright/test'
import { findChromium, findHeadlessShell } from '../browser/chromium.mjs'
import { engines, type EngineOption } from './engine'

// Kept in the environment, since every worker reads this file again and must find the same values.
process.env.HEADLESS_PATH ??= findHeadlessShell() ?? ''
process.env.CHROMIUM_PATH ??= findChromium() ?? ''

/** The main job in every engine, which each has a sandbox of its own for. */
export default defineConfig<object, EngineOption>({
  testDir: '.',
  timeout: 90_000,
  workers: process.env.IN_SIGHT ? 1 : 2,
  // What passes only at the second try is told by name, and does not fail the run.
  retries: 1,
  reporter: 'list',
  outputDir: '../../test-results/engines',
  projects: engines.map((engine) => ({ name: engine, use: { engine } })),
})
