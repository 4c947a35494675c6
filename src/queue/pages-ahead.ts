type Answer<T> = { offset: number; rows: readonly T[]; wasAhead: boolean }

/** Pages of a list that are asked for side by side, to be taken one after another. */
export function createPagesAhead<T>(
  readPage: (offset: number, signal: AbortSignal) => Promise<readonly T[]>,
) {
  const pending = new Map<number, Promise<readonly T[]>>()

  function ask(offset: number, signal: AbortSignal): Promise<readonly T[]> {
    const known = pending.get(offset)
    if (known) return known
    const asked = readPage(offset, signal)
    pending.set(offset, asked)
    // What failed is asked for again; whoever waits for it hears of it.
    asked.catch(() => pending.delete(offset))
    return asked
  }

  return {
    /** The page at `offset`; the ones behind it are asked for too, `atATime` in all. */
    async read(offset: number, stride: number, atATime: number, signal: AbortSignal): Promise<Answer<T>> {
      const wasAhead = pending.has(offset)
      const asked = ask(offset, signal)
      for (let place = 1; place < atATime; place++) {
        void ask(offset + place * stride, signal).catch(() => {})
      }
      const rows = await asked
      pending.delete(offset)
      return { offset, rows, wasAhead }
    },
    clear: () => pending.clear(),
  }
}
