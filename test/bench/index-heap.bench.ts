import { test } from '@playwright/test'
import { signIn } from '../browser/harness'
import { startApp } from '../browser/start-app'
import { addFigure, median, ms } from './figures'
import { leaveToken } from './leave-token'

const photos = 100_000

test('the heap of an index', async ({ page }) => {
  test.setTimeout(600_000)
  const server = await startApp({ SANDBOX_PHOTOS: String(photos) })
  try {
    await signIn(page, `${server.url}/photos`)
    await leaveToken(page)
    await page.goto(`${server.url}/index-heap.html`)
    const session = await page.context().newCDPSession(page)
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage')
      const usage = await session.send('Runtime.getHeapUsage')
      return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6
    }
    const empty = await heap()
    await page.evaluate((total) => window.benchHeap.load(total), photos)
    const data = await heap()
    await page.evaluate(() => window.benchHeap.build())
    const all = await heap()
    addFigure({
      what: 'heap of the index and the reader, sorted by a text, over that of 100,000 photos',
      measured: `${(all - data).toFixed(1)} MB over ${(data - empty).toFixed(0)} MB`,
      budget: '12 MB',
      isHeld: all - data <= 12,
    })
    const { first, again, keystroke, decision } = await page.evaluate(() => window.benchHeap.time())
    addFigure({
      what: 'the index of 100,000 photos alone, with its pauses, nothing drawn',
      measured: `first sort by a text ${ms(median(first))}, in the other direction ${ms(median(again))}, keystroke ${ms(median(keystroke))}`,
    })
    addFigure({
      what: 'a decision in a sorted, filtered list of 100,000 photos, until what matches is found anew',
      measured: `median ${ms(median(decision))}, at most ${ms(Math.max(...decision))} of ${decision.length}`,
      budget: '25 ms',
      isHeld: median(decision) <= 25,
    })
  } finally {
    server.stop()
  }
})

type Times = { first: number[]; again: number[]; keystroke: number[]; decision: number[] }

declare global {
  interface Window {
    benchHeap: {
      load: (total: number) => Promise<number>
      build: () => Promise<number>
      time: () => Promise<Times>
    }
  }
}
