import { defineConfig } from '@playwright/test'
import { findChromium, findHeadlessShell } from './test/browser/chromium.mjs'
import { freePort } from './test/browser/free-port'

// Kept in the environment, since every worker reads this file again and must find the same values.
process.env.HEADLESS_PATH ??= findHeadlessShell() ?? ''
process.env.CHROMIUM_PATH ??= findChromium() ?? ''
// Not the port of "npm start": a developer's own server goes on beside the tests.
process.env.BROWSER_TEST_PORT ??= String(await freePort())

const baseURL = `http://localhost:${process.env.BROWSER_TEST_PORT}`

export default defineConfig({
  testDir: 'test/browser',
  // A busy machine is slow, not wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // One more than the smallest machine has cores: a test waits for the network most of its time.
  workers: 3,
  fullyParallel: true,
  // What passes only at the second try is told by name, and does not fail the run.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'America/New_York',
    viewport: { width: 1366, height: 768 },
    launchOptions: { executablePath: process.env.HEADLESS_PATH || undefined },
  },
  webServer: {
    // The app and its server as "npm run build" left them; the server is made anew, which takes no second.
    command: 'node src/server/build.mjs && npm run preview',
    cwd: import.meta.dirname,
    url: `${baseURL}/favicon.png`,
    env: {
      PORT: process.env.BROWSER_TEST_PORT,
      CLOUDCARD_API_URL: '',
      IDLE_MINUTES: '',
      SANDBOX_PHOTOS: '12000',
    },
    reuseExistingServer: false,
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
