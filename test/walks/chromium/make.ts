import type { Browser } from '@playwright/test'
import { startApp } from '../../browser/start-app'
import { createOffice } from '../office'
import type { Maker } from '../walk'
import { chromiumHands } from './hands'
import { startOfficeServer } from './office-server'

const realNow = Date.now

/** The built app in a real browser, with an office of its own behind its server. */
export async function startChromiumMaker(browser: Browser): Promise<{ make: Maker; stop: () => void }> {
  const server = await startOfficeServer()
  const app = await startApp({ CLOUDCARD_API_URL: server.url, PHOTO_ORIGINS: server.url })
  return {
    async make(random, habit) {
      Date.now = realNow
      const office = createOffice(random, realNow, server.url, habit)
      server.serve(office)
      const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1366, height: 768 } })
      return { hands: await chromiumHands(context, app.url), office, now: realNow }
    },
    stop() {
      app.stop()
      server.close()
    },
  }
}
