/** 'waited': a person is waiting for it; 'ahead': read before anybody asked; 'probe': ahead too, but of a single row. */
export type Priority = 'waited' | 'probe' | 'ahead'

export type Scheduler = {
  schedule: <T>(
    run: () => Promise<T>,
    options?: { priority?: (() => Priority) | undefined; signal?: AbortSignal | undefined },
  ) => Promise<T>
  /** To be told when something may have become waited for: it then takes the place that is kept free. */
  reconsider: () => void
}

type Task = { priority: () => Priority; start: () => Promise<void> }

/**
 * Runs at most `limit` things at a time: what is waited for first, otherwise first come, first served. Reading ahead
 * leaves one place free, so that a person never waits behind slow things that nobody has asked for yet; probes go before
 * the rest of it.
 * `priority` is asked again each time a place becomes free, so that something queued moves up when a person begins to
 * wait for it. Queued work whose signal aborts leaves the queue at once and rejects with the signal's reason; work that
 * has started keeps its place until it settles.
 */
export function createScheduler(limit: number): Scheduler {
  const queue: Task[] = []
  const placesAhead = Math.max(1, limit - 1)
  let running = 0

  function fill() {
    while (running < limit && queue.length > 0) {
      const priorities = queue.map((task) => task.priority())
      const waited = priorities.indexOf('waited')
      if (waited < 0 && running >= placesAhead) return
      const chosen = waited >= 0 ? waited : Math.max(0, priorities.indexOf('probe'))
      const [task] = queue.splice(chosen, 1)
      running++
      void task?.start()
    }
  }

  const schedule: Scheduler['schedule'] = (run, { priority = alwaysWaited, signal } = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const leave = () => {
        queue.splice(queue.indexOf(task), 1)
        reject(signal?.reason)
      }
      const task: Task = {
        priority,
        start: async () => {
          signal?.removeEventListener('abort', leave)
          try {
            resolve(await run())
          } catch (error) {
            reject(error)
          } finally {
            running--
            fill()
          }
        },
      }
      signal?.addEventListener('abort', leave)
      queue.push(task)
      fill()
    })

  return { schedule, reconsider: fill }
}

function alwaysWaited(): Priority {
  return 'waited'
}
