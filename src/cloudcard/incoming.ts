/** What takes longer than this is worth telling how far it has come, in ms. */
const SLOW_MS = 3_000

interface Incoming {
  since: number
  bytes: number
  stop: () => void
}

const running = new Set<Incoming>()
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** To be told of an answer that comes in parts; `end` when it is over. `stop` gives it up for the person who waits for it. */
export function beginIncoming(now: number, stop: () => void) {
  const one: Incoming = { since: now, bytes: 0, stop }
  running.add(one)
  // One that is silent is slow as well.
  const timer = setTimeout(tell, SLOW_MS + 1)
  return {
    add(bytes: number, at: number) {
      one.bytes += bytes
      if (at - one.since > SLOW_MS) tell()
    },
    end(at: number) {
      clearTimeout(timer)
      running.delete(one)
      if (at - one.since > SLOW_MS) tell()
    },
  }
}

const slowOnes = (now: number) => [...running].filter(({ since }) => now - since > SLOW_MS)

export const slowIncoming = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** How many bytes have come of answers that are slow; null where none is. For useSyncExternalStore. */
  bytes(now: number): number | null {
    const slow = slowOnes(now)
    return slow.length === 0 ? null : slow.reduce((sum, { bytes }) => sum + bytes, 0)
  },
  /** Gives them up. */
  stop(now: number): void {
    for (const one of slowOnes(now)) one.stop()
  },
}
