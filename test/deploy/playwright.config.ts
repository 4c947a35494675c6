import { defineConfig } from '@playwright/test'
import { findChromium } from '../browser/chromium.mjs'
import { findNginx } from './nginx.mjs'

// Kept in the environment, since every worker reads this file again and must find the same values.
process.env.CHROMIUM_PATH ??= findChromium() ?? ''
process.env.NGINX_PATH ??= findNginx() ?? ''

/** The built app behind the real nginx, as an office runs it. */
export default defineConfig({
  testDir: '.',
  // A busy machine is slow, not wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  workers: 2,
  // What passes only at the second try is told by name, and does not fail the run.
  retries: 1,
  reporter: 'list',
  // Of its own: the engines are tried at the same time.
  outputDir: '../../test-results/deploy',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined },
  },
})
