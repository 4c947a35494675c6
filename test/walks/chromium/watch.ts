import type { BrowserContext, Page } from '@playwright/test'

/** Counts the timers and frames that run; goes into the page before anything else. */
export function countRuns(): void {
  const counted = window as unknown as { walkRuns: number }
  counted.walkRuns = 0
  // The page with which Chromium says that there is no network is none of ours, and has a game in it.
  if (location.protocol === 'chrome-error:') return
  for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame'] as const) {
    const set = window[name] as (run: (...args: unknown[]) => void, ...rest: unknown[]) => number
    Object.assign(window, {
      [name]: (run: (...args: unknown[]) => void, ...rest: unknown[]) =>
        set.call(
          window,
          (...args: unknown[]) => {
            counted.walkRuns++
            run(...args)
          },
          ...rest,
        ),
    })
  }
}

/** What the pages of a browser say and load. */
export async function watchContext(context: BrowserContext) {
  const said: string[] = []
  let byItself = 0
  let isAsked = false
  let release = 1
  const releases = new Map<Page, number>()

  context.on('console', (message) => {
    // Chromium tells of each answer that is no success.
    if (/^(error|warning)$/.test(message.type()) && !/Failed to load resource|net::ERR/.test(message.text()))
      said.push(message.text())
  })
  context.on('weberror', (error) => said.push(String(error.error().stack)))
  context.on('page', (page) => {
    let isFirst = true
    page.on('framenavigated', (frame) => frame === page.mainFrame() && releases.set(page, release))
    page.on('domcontentloaded', () => {
      if (!isAsked && !isFirst) byItself++
      isFirst = false
    })
  })
  // The files of a release go with it; a page that is loaded later gets those of the next one, which are the same here.
  await context.route('**/assets/*', async (route) => {
    const page = route.request().frame().page()
    const isGone = (releases.get(page) ?? release) < release
    await (isGone ? route.fulfill({ status: 404, body: 'Not found' }) : route.continue()).catch(() => {})
  })

  return {
    said: () => said.splice(0),
    loadedByItself: () => byItself,
    release: () => void release++,
    /** What is loaded meanwhile was asked for. */
    async asked(work: () => Promise<unknown>) {
      isAsked = true
      try {
        await work()
      } finally {
        isAsked = false
      }
    },
  }
}
