/** No task may take longer than this by itself, in ms: half a frame. */
const sliceMs = 8

/** Long work in small steps, between which it can pause. */
export type Work<T> = Generator<void, T, void>

/**
 * Parts long work into tasks, with a pause between them; what takes no longer than one is done at once. Throws, or rejects with,
 * the signal's reason.
 */
export function inSlices<T>(work: Work<T>, signal: AbortSignal, pause: () => Promise<void>): T | Promise<T> {
  signal.throwIfAborted()
  const first = doSlice(work)
  return first ? first.value : goOn()

  async function goOn(): Promise<T> {
    try {
      for (;;) {
        await pause()
        signal.throwIfAborted()
        const last = doSlice(work)
        if (last) return last.value
      }
    } catch (error) {
      work.return(undefined as never)
      throw error
    }
  }
}

/** null where there is more to do. */
function doSlice<T>(work: Work<T>): { value: T } | null {
  const begun = performance.now()
  do {
    const { done, value } = work.next()
    if (done) return { value }
  } while (performance.now() - begun < sliceMs)
  return null
}

/** Goes through 0..count in steps that are short enough to pause between them. */
export function* inSteps(
  count: number,
  stepLength: number,
  step: (from: number, to: number) => void,
): Work<void> {
  for (let from = 0; from < count; from += stepLength) {
    step(from, Math.min(count, from + stepLength))
    yield
  }
}
