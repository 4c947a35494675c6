import { browserClock } from '../base/clock'
import { createStore } from '../base/store'

/** What takes longer than this is worth telling how far it has come, in ms. */
const SLOW_MS = 3_000

type Incoming = { since: number; bytes: number; stop: () => void }

const running = new Set<Incoming>()
const slowOnes = () => [...running].filter(({ since }) => browserClock.now() - since > SLOW_MS)

/** How many bytes have come of answers that are slow; null where none is. */
export const slowBytes = createStore<number | null>(null)

function tell() {
  const slow = slowOnes()
  const bytes = slow.length === 0 ? null : slow.reduce((sum, { bytes }) => sum + bytes, 0)
  if (bytes !== slowBytes.get()) slowBytes.set(bytes)
}

/** To be told of an answer that comes in parts; `end` when it is over. `stop` gives it up for the person who waits for it. */
export function beginIncoming(stop: () => void) {
  const one: Incoming = { since: browserClock.now(), bytes: 0, stop }
  running.add(one)
  // One that is silent is slow as well.
  const timer = setTimeout(tell, SLOW_MS + 1)
  return {
    add(bytes: number) {
      one.bytes += bytes
      tell()
    },
    end() {
      clearTimeout(timer)
      running.delete(one)
      tell()
    },
  }
}

/** Gives up all that are slow. */
export function stopSlow(): void {
  for (const { stop } of slowOnes()) stop()
}
