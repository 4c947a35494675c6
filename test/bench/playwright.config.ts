import { defineConfig } from '@playwright/test'
import { findOrInstallChromium } from '../browser/chromium.mjs'

process.env.CHROMIUM_PATH ??= findOrInstallChromium() ?? ''

/** The figures of docs/bench.md: one at a time, so that they do not disturb each other. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  timeout: 300_000,
  workers: 1,
  reporter: 'line',
  globalSetup: './setup.ts',
  globalTeardown: './report.ts',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || undefined },
  },
})
