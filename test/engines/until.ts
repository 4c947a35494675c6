import { setTimeout } from 'node:timers/promises'

/** So long what is waited for may take, in ms; a busy machine is slow, not wrong. */
const waitMs = 20_000

/** Looks again and again, until something is found; a failure to look counts as nothing. */
export async function until<Value>(
  look: () => Promise<Value | null | undefined | false>,
  words: string,
): Promise<Value> {
  let why = ''
  for (const startedAt = performance.now(); performance.now() - startedAt < waitMs; await setTimeout(50)) {
    try {
      const found = await look()
      if (found) return found
    } catch (error) {
      why = ` (${error instanceof Error ? error.message : String(error)})`
    }
  }
  throw new Error(`In ${waitMs / 1000} s it has not come that ${words}.${why}`)
}
