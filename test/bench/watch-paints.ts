declare global {
  interface Window {
    benchPaints: number[]
  }
}

/**
 * Runs in the page: from each key's own time to the moment at which the browser painted the picture of another photo
 * (Element Timing). A dead picture is never painted: the next key goes on without it.
 */
export function watchPaints(button: Element) {
  const paints: number[] = []
  window.benchPaints = paints
  const region = button.closest('section')
  let pressedAt: number | null = null
  document.addEventListener('keydown', (event) => (pressedAt = event.timeStamp), true)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { renderTime: number })[]) {
      if (pressedAt !== null && entry.renderTime > pressedAt) paints.push(entry.renderTime - pressedAt)
      pressedAt = null
    }
  }).observe({ type: 'element' })
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node instanceof HTMLImageElement) node.setAttribute('elementtiming', 'photo')
      }
    }
  }).observe(region ?? button, { subtree: true, childList: true })
}
