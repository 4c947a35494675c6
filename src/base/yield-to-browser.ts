type WithYield = { scheduler?: { yield?: () => Promise<void> } }

/** Ends the task, so that the browser can handle keys and paint before what is under way goes on. */
export function yieldToBrowser(): Promise<void> {
  return (globalThis as WithYield).scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}
