/** Requests side by side, of which the answers are taken in turn. */
export function createReadAhead<A>(
  read: (offset: number, max: number, signal: AbortSignal, isAlone: boolean) => Promise<A>,
  signal: AbortSignal,
) {
  const asked: Promise<A>[] = []
  let controller = new AbortController()
  return {
    /** How many are asked for and not yet taken. */
    size: () => asked.length,
    ask(offset: number, max: number) {
      const ends = AbortSignal.any([signal, controller.signal])
      const answer = read(offset, max, ends, asked.length === 0)
      // It may fail before its turn, or be dropped.
      answer.catch(() => undefined)
      asked.push(answer)
    },
    /** The next answer in the order they were asked for. Rejects as it does. */
    take: (): Promise<A> => asked.shift() ?? Promise.reject(new Error('Nothing was asked for')),
    /** Gives up all that was asked for and not yet taken. */
    drop() {
      asked.length = 0
      controller.abort()
      controller = new AbortController()
    },
  }
}

/** As the promise, but that it rejects with the signal's reason at once, whoever else ignores the signal. */
export function untilAborted<A>(promise: Promise<A>, signal: AbortSignal): Promise<A> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
