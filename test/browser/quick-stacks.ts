/**
 * Playwright writes a stack down at each step, and looks for a source map at each frame of it: a tenth of all that its side of a
 * test takes. Only our own files, which it has compiled, have one.
 */
export function quickenStacks(): void {
  const mapped = Error.prepareStackTrace
  if (!mapped) return
  Error.prepareStackTrace = (error, frames) => {
    const head = String(mapped(error, []))
    const lines = frames.map((frame) =>
      /node_modules|^node:/.test(frame.getFileName() ?? 'node:')
        ? // By "async" Playwright would not know its own files, and show them.
          `\n    at ${String(frame).replace(/^async /, '')}`
        : String(mapped(error, [frame])).slice(head.length),
    )
    return head + lines.join('')
  }
}
