/** 'waited': a person is waiting for it; 'ahead': read before anybody asked; 'probe': ahead too, but of a single row. */
export type Priority = 'waited' | 'probe' | 'ahead'

type Task = { priority: () => Priority; start: (makeRoom: AbortSignal) => Promise<'done' | 'again'> }

/**
 * Runs at most `limit` things at a time: what is waited for first, then probes, otherwise first come, first served. A
 * person never waits behind things that nobody has asked for yet: reading ahead leaves one place free, and a probe, which
 * may take that one too, makes room and is asked again later.
 * `priority` is asked again each time a place becomes free, so that something queued moves up when a person begins to
 * wait for it. Queued work whose signal aborts leaves the queue at once and rejects with the signal's reason; work that
 * has started keeps its place until it settles.
 */
export function createScheduler(limit: number) {
  const queue: Task[] = []
  const running = new Map<Task, AbortController>()
  const placesAhead = Math.max(1, limit - 1)

  function fill() {
    while (queue.length > 0) {
      const priorities = queue.map((task) => task.priority())
      const chosen = (['waited', 'probe'] as const).find((each) => priorities.includes(each)) ?? 'ahead'
      if (chosen === 'waited' && running.size >= limit) makeRoom()
      if (running.size >= (chosen === 'ahead' ? placesAhead : limit)) return
      const [task] = queue.splice(priorities.indexOf(chosen), 1)
      if (task) void run(task)
    }
  }

  async function run(task: Task) {
    const controller = new AbortController()
    running.set(task, controller)
    const outcome = await task.start(controller.signal)
    running.delete(task)
    if (outcome === 'again') queue.unshift(task)
    fill()
  }

  /** The place is free once the probe has let go of it. */
  function makeRoom() {
    const probes = [...running].filter(([task]) => task.priority() === 'probe')
    const isBeingMade = probes.some(([, { signal }]) => signal.aborted)
    if (!isBeingMade) probes.at(-1)?.[1].abort()
  }

  /** `work` is given a signal that aborts when it has to make room; it then runs again, once there is a place. */
  const schedule = <T>(
    work: (makeRoom: AbortSignal) => Promise<T>,
    { priority = () => 'waited', signal }: { priority?: () => Priority; signal?: AbortSignal } = {},
  ) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason)
        return
      }
      const leave = () => {
        const place = queue.indexOf(task)
        if (place < 0) return
        queue.splice(place, 1)
        reject(signal?.reason)
      }
      const task: Task = {
        priority,
        async start(makeRoom) {
          try {
            resolve(await work(makeRoom))
          } catch (error) {
            if (makeRoom.aborted && !signal?.aborted) return 'again'
            reject(makeRoom.aborted ? signal?.reason : error)
          }
          signal?.removeEventListener('abort', leave)
          return 'done'
        },
      }
      signal?.addEventListener('abort', leave)
      queue.push(task)
      fill()
    })

  return {
    schedule,
    /** To be told when something may have become waited for: it then takes the place that is kept free. */
    reconsider: fill,
    /** All places are free again, and nothing is queued: what was scheduled belongs to a document that is gone. */
    forget() {
      queue.length = 0
      running.clear()
    },
  }
}
