/** Does something once the browser has nothing better to do, or after a fifth of a second. */
export function whenIdle(callback: () => void): () => void {
  // Safari lacks it.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(callback, 50)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(callback, { timeout: 200 })
  return () => cancelIdleCallback(request)
}
