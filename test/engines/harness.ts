import { test as base, expect } from '@playwright/test'
import type { Mail } from '../browser/own-sandbox'
import { startApp, type StartedApp } from '../browser/start-app'
import { findFirefox, findWebKit, whyMissing } from './browsers.mjs'
import { createDesk, type Desk } from './desk'
import type { Engine, EngineOption } from './engine'
import type { Hands } from './hands'
import { openChromium, openFirefox } from './playwright-hands'
import { imitateSafari } from './safari-habits'
import { openWebKit } from './webkit-hands'

const inSight = process.env.IN_SIGHT === '1'

/**
 * Playwright's test, with a desk in one of the engines: one browser and one sandbox for all tests in it, and for each test a
 * clean beginning. It fails when a page writes a warning or an error, leaves a rejection unhandled, breaks the policy header,
 * or asks for something that fails.
 */
export const test = base.extend<{ desk: Desk }, EngineOption & { app: StartedApp; hands: Hands }>({
  engine: ['chromium', { option: true, scope: 'worker' }],
  app: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const app = await startApp({ CLOUDCARD_API_URL: '', SANDBOX_PHOTOS: '600', IDLE_MINUTES: '' })
      await provide(app)
      app.stop()
    },
    { scope: 'worker' },
  ],
  hands: [
    async ({ engine }, provide) => {
      const hands = await openHands(engine).catch((error: Error) => {
        throw new Error(`The browser for "${engine}" did not start. ${error.message}`)
      })
      await provide(hands)
      await hands.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  desk: async ({ app, hands }, provide, testInfo) => {
    await hands.clean()
    const mails = async () => (await (await fetch(`${app.url}/sandbox-mails`)).json()) as Mail[]
    await provide(createDesk(hands, app.url, mails))
    // What was on the screen when it failed.
    if (testInfo.status !== testInfo.expectedStatus)
      await hands.picture(testInfo.outputPath('screen.png')).catch(() => {})
    expect(hands.problems(), 'what the pages should not have done').toEqual([])
  },
})

/** For a `beforeEach`: where an engine cannot be had, it is said what was not run. */
export function skipMissing({ engine }: EngineOption): void {
  const why = whyMissing(engine)
  test.skip(why !== undefined, why)
}

function openHands(engine: Engine): Promise<Hands> {
  const chromium = { path: process.env.CHROMIUM_PATH ?? '', inSight }
  if (engine === 'chromium') return openChromium(chromium)
  if (engine === 'safari-habits') {
    // The browser around the engine is Chromium's turn: here its shell, which takes less of the processor, will do.
    const shell = !inSight && process.env.HEADLESS_PATH
    return openChromium(shell ? { ...chromium, path: shell } : chromium, imitateSafari)
  }
  if (engine === 'firefox') return openFirefox({ path: findFirefox() ?? '', inSight })
  const paths = findWebKit()
  if (!paths) throw new Error(whyMissing(engine))
  return openWebKit(inSight ? { ...paths, screen: undefined } : paths)
}

export { expect }
