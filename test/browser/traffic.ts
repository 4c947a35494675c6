import { expect, type BrowserContext, type Page, type Request } from '@playwright/test'

/** What is under way on the network, and when that last changed (ms). */
type Traffic = { underWay: Set<Request>; changedAt: number }

const traffic = new WeakMap<BrowserContext, Traffic>()

/** Call before the first page is opened; `settle` asks. */
export function watchTraffic(context: BrowserContext): void {
  const known: Traffic = { underWay: new Set(), changedAt: 0 }
  traffic.set(context, known)
  const end = (request: Request) => {
    known.underWay.delete(request)
    known.changedAt = performance.now()
  }
  context.on('request', (request) => {
    known.underWay.add(request)
    known.changedAt = performance.now()
  })
  context.on('requestfinished', end)
  context.on('requestfailed', end)
}

/** So long nothing may be asked for, in ms: longer than the app waits before it asks for the next thing. */
const quietFor = 500

/** Waits until everything asked for has come, nothing more is asked for, and two frames were painted. */
export async function settle(page: Page): Promise<void> {
  const known = traffic.get(page.context())
  if (!known) throw new Error('The traffic of this page is not watched')
  await expect
    .poll(
      async () => {
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        )
        const isQuiet = performance.now() - known.changedAt > quietFor
        return known.underWay.size > 0 ? [...known.underWay].map((request) => request.url()) : isQuiet
      },
      { timeout: 30_000, intervals: [100] },
    )
    .toBe(true)
}
