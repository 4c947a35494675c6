/** No task may take longer than this by itself, in ms: half a frame. */
const sliceMs = 8

/**
 * Parts long work into tasks. To be called between small steps: pauses when the task has taken long enough, and what is
 * short never pauses. Rejects with the signal's reason.
 */
export type Breathe = () => Promise<void> | undefined

export function createBreathe(signal: AbortSignal, pause: () => Promise<void>): Breathe {
  let begun = performance.now()
  async function breakOff() {
    await pause()
    signal.throwIfAborted()
    begun = performance.now()
  }
  return () => (performance.now() - begun < sliceMs ? undefined : breakOff())
}

/** Goes through 0..count in steps that are short enough to breathe between them. */
export async function inSteps(
  count: number,
  stepLength: number,
  breathe: Breathe,
  step: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < count; from += stepLength) {
    step(from, Math.min(count, from + stepLength))
    const pausing = breathe()
    if (pausing) await pausing
  }
}
