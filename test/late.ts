/** LATE=200: frames, and what React puts off, come so many ms late, so that a journey that reads before the app has said it fails. */
const ms = Number(process.env['LATE'] ?? 0)
if (ms > 0) {
  window.requestAnimationFrame = (callback) => window.setTimeout(() => callback(performance.now()), ms)
  window.cancelAnimationFrame = (frame) => window.clearTimeout(frame)
  // React takes it when it is loaded.
  Object.assign(globalThis, {
    setImmediate: (callback: () => void) => setTimeout(callback, ms / 4),
    clearImmediate: clearTimeout,
  })
}
