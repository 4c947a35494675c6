/** What takes longer than this is worth telling how far it has come, in ms. */
const SLOW_MS = 3_000

interface Incoming {
  since: number
  bytes: number
}

const running = new Set<Incoming>()
const listeners = new Set<() => void>()

/** To be told of an answer that comes in parts; `end` when it is over. */
export function beginIncoming(now: number) {
  const one: Incoming = { since: now, bytes: 0 }
  running.add(one)
  const tell = () => listeners.forEach((listener) => listener())
  return {
    add(bytes: number, at: number) {
      one.bytes += bytes
      if (at - one.since > SLOW_MS) tell()
    },
    end(at: number) {
      running.delete(one)
      if (at - one.since > SLOW_MS) tell()
    },
  }
}

/** How many bytes have come of answers that are slow; 0 where none is. For useSyncExternalStore. */
export const slowIncoming = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  bytes: (now: number): number =>
    [...running].reduce((sum, { since, bytes }) => (now - since > SLOW_MS ? sum + bytes : sum), 0),
}
