import { test, type Page } from '@playwright/test'
import { signIn } from '../browser/harness'
import { startApp } from '../browser/start-app'
import { addFigure, median, ms, percentile } from './figures'

const interactions = 200

for (const { slowdown, budget } of [
  { slowdown: 1, budget: 40 },
  { slowdown: 4, budget: 120 },
]) {
  test(`interactions with a CPU slowed ${slowdown}x`, async ({ page }) => {
    const app = await startApp({})
    try {
      await page.addInitScript(watch)
      await signIn(page, `${app.url}/photos`)
      await page.getByRole('table').waitFor()
      await page.waitForLoadState('networkidle')
      const session = await page.context().newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
      await page.evaluate(() => {
        window.benchTasks.splice(0)
        window.benchInteractions.clear()
      })
      for (let count = 0; count < interactions;) count += await interact(page, count)
      await page.waitForLoadState('networkidle')
      const { durations, tasks } = await page.evaluate(() => ({
        durations: [...window.benchInteractions.values()],
        tasks: window.benchTasks,
      }))
      await page.goto(`${app.url}/least.html`)
      await page.waitForLoadState('networkidle')
      for (let count = 0; count < interactions; count++) {
        await page.getByRole('button').click()
        await pause()
      }
      const least = await page.evaluate(() => [...window.benchInteractions.values()])
      addFigure({
        what: `interaction to next paint, worst, CPU slowed ${slowdown}x`,
        measured: `${ms(Math.max(...durations))} of ${durations.length} (median ${ms(median(durations))}, 98th percentile ${ms(percentile(durations, 98))}; a page that only changes a picture and a word: ${inWords(least)})`,
        budget: `${budget} ms`,
        isHeld: Math.max(...durations) <= budget,
      })
      if (slowdown === 1) {
        addFigure({
          what: 'longest task after the start',
          measured: tasks.length === 0 ? 'none over 50 ms' : ms(Math.max(...tasks)),
          budget: '50 ms',
          isHeld: tasks.length === 0,
        })
      }
    } finally {
      app.stop()
    }
  })
}

function inWords(durations: readonly number[]): string {
  // The browser reports none under 16 ms.
  return durations.length === 0 ? 'none over 16 ms' : `${ms(Math.max(...durations))} of ${durations.length}`
}

/** Fast for a hand: without any pause an interaction is charged with the drawing that the one before it left behind. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

/** One round of what staff do all day; the number of interactions in it. */
async function interact(page: Page, round: number): Promise<number> {
  const table = page.getByRole('table')
  const details = page.getByRole('region', { name: 'Photo details' })
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time++) {
      await page.keyboard.press(key)
      await pause()
    }
  }
  await table.getByRole('link').nth(2).click()
  await pause()
  for (let step = 0; step < 8; step++) {
    await details.getByRole('button', { name: 'Next photo' }).click()
    await pause()
  }
  await press('Escape')
  await press('ArrowDown', 8)
  await press('Enter')
  await press('Escape')
  await page.getByRole('button', { name: 'Next page' }).click()
  await pause()
  const tab = round % 2 === 0 ? 'Approved' : 'Pending'
  await page.getByRole('navigation', { name: 'Photo status' }).getByRole('link', { name: tab }).click()
  await table.getByRole('link').first().waitFor()
  await pause()
  await press('/')
  for (const letter of 'lake') await press(letter)
  await press('Escape')
  return 28
}

declare global {
  interface Window {
    benchInteractions: Map<number, number>
    benchTasks: number[]
  }
}

/** Runs in the page: the longest event of each interaction (to the next paint), and the long tasks. */
function watch() {
  window.benchInteractions = new Map()
  window.benchTasks = []
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[]) {
      // Nothing is done when a key is let go: with nothing to draw, the browser counts until the next key has been pressed.
      if (entry.interactionId === 0 || entry.name === 'keyup') continue
      const before = window.benchInteractions.get(entry.interactionId) ?? 0
      window.benchInteractions.set(entry.interactionId, Math.max(before, entry.duration))
    }
  }).observe({ type: 'event', durationThreshold: 0, buffered: true } as PerformanceObserverInit)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.benchTasks.push(duration)
  }).observe({ type: 'longtask' })
}
