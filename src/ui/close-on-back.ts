/** What lies on top of the page, the uppermost last. */
const onTop: (() => void)[] = []
/** The entry of the page under it, as they are numbered in address.ts; it is left only once nothing lies on top. */
let home: number | null = null
let isReturning = false

/** Back and Forward close what lies on top, and not the page under it, with what was chosen there. Gives what takes it away. */
export function closeOnBack(close: () => void): () => void {
  if (onTop.length === 0 && !isReturning) {
    home = entryNumber()
    // Before the app follows: address.ts listens to the same.
    window.addEventListener('popstate', onPop, { capture: true })
  }
  onTop.push(close)
  return () => {
    onTop.splice(onTop.indexOf(close), 1)
    stopListening()
  }
}

function onPop(event: PopStateEvent): void {
  const entry = entryNumber()
  if (home === null || entry === null) return
  if (entry === home) {
    if (isReturning) event.stopImmediatePropagation()
    isReturning = false
    stopListening()
    return
  }
  event.stopImmediatePropagation()
  // No entry of its own marks it: there would be a dead one left after each dialog.
  window.history.go(home - entry)
  if (!isReturning) onTop.at(-1)?.()
  isReturning = true
}

function stopListening(): void {
  if (onTop.length > 0 || isReturning) return
  window.removeEventListener('popstate', onPop, { capture: true })
}

function entryNumber(): number | null {
  const { idx } = (window.history.state ?? {}) as { idx?: unknown }
  return typeof idx === 'number' ? idx : null
}
