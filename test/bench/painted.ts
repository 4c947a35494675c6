import type { Page } from '@playwright/test'

declare global {
  interface Window {
    benchPainted: Promise<number>
  }
}

/** Fast for a hand: without any pause an interaction is charged with what the one before it left behind. */
export const pause = () => new Promise((resolve) => setTimeout(resolve, 100))

/** Milliseconds from a click or a key, by the event's own time, to the paint of another text in what `selector` finds. */
export async function untilPainted(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(watch, selector)
  await act()
  return page.evaluate(() => window.benchPainted)
}

/** Runs in the page. */
function watch(selector: string) {
  const text = () => document.querySelector(selector)?.textContent ?? ''
  const before = text()
  window.benchPainted = new Promise((resolve) => {
    let begun: number | null = null
    for (const kind of ['click', 'keydown']) {
      document.addEventListener(kind, (event) => (begun ??= event.timeStamp), { capture: true, once: true })
    }
    new MutationObserver((_, observer) => {
      const now = text()
      if (begun === null || now === '' || now === before) return
      observer.disconnect()
      const since = begun
      // A message posted in a frame is handled once that frame was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now() - since))
        port1.start()
        port2.postMessage(null)
      })
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
}
