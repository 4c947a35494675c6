type Timer = { id: number; at: number; owner: object; run: () => void }

/** The time of a walk in jsdom: it goes on only when it is told to, and is the same for all tabs and the office. */
export type WalkClock = {
  /** Epoch ms. */
  now: () => number
  set: (owner: object, ms: number, run: () => void) => number
  clear: (id: number) => void
  /** Takes away all that a document has set, which is gone. */
  drop: (owner: object) => void
  /** Runs what is due within so many ms, each with all that follows from it. */
  pass: (ms: number) => Promise<void>
  /** Waits for work that Node does in its own time, such as encrypting. */
  during: <T>(work: Promise<T>) => Promise<T>
  /** How many timers of a document have run. */
  ranOf: (owner: object) => number
}

/** So many timers without any time going by are a circle. */
const mostAtOnce = 20_000
/** Work that Node does takes some on a busy machine, in ms of real time. */
const longestWorkMs = 20_000

export function createWalkClock(start: number): WalkClock {
  let now = start
  let lastId = 0
  let busy = 0
  const timers = new Map<number, Timer>()
  const gone = new WeakSet<object>()
  const ran = new WeakMap<object, number>()

  function due(end: number): Timer | undefined {
    let first: Timer | undefined
    for (const timer of timers.values())
      if (timer.at <= end && (first === undefined || timer.at < first.at)) first = timer
    return first
  }

  async function settle() {
    const begunAt = performance.now()
    do {
      await new Promise((resolve) => setImmediate(resolve))
      if (busy === 0) return
    } while (performance.now() - begunAt < longestWorkMs)
    throw new Error('Work that was begun never ends.')
  }

  return {
    now: () => now,
    set(owner, ms, run) {
      const id = ++lastId
      // What still runs of a page that is gone begins nothing.
      if (gone.has(owner)) return id
      timers.set(id, { id, at: now + Math.max(1, Number(ms) || 0), owner, run })
      return id
    },
    clear: (id) => void timers.delete(id),
    drop(owner) {
      gone.add(owner)
      for (const timer of timers.values()) if (timer.owner === owner) timers.delete(timer.id)
    },
    async pass(ms) {
      const end = now + ms
      await settle()
      let count = 0
      for (let timer = due(end); timer !== undefined; timer = due(end)) {
        if (++count > mostAtOnce) throw new Error('Timers call timers without end.')
        timers.delete(timer.id)
        now = Math.max(now, timer.at)
        ran.set(timer.owner, (ran.get(timer.owner) ?? 0) + 1)
        timer.run()
        await settle()
      }
      now = end
    },
    async during(work) {
      busy++
      try {
        return await work
      } finally {
        busy--
      }
    },
    ranOf: (owner) => ran.get(owner) ?? 0,
  }
}
