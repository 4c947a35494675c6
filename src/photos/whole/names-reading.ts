import type { QueryClient } from '@tanstack/react-query'
import { isApiError } from '../../cloudcard/api-error'
import { learnNames } from '../../cloudcard/cardholder-names'
import { readPhoto } from '../../cloudcard/photos-query'
import { livesFor } from '../../base/lifetimes'
import { createStore } from '../../base/store'

const nothing = { done: 0, of: 0, isReading: false, error: null as unknown }

/** How far the names of photos are read; `error` is what it failed with. */
export const namesReading = createStore(nothing)

/** A name costs a request for each photo: more of them would be too much to ask of CloudCard at once. */
export const mostNames = 1_000

const sideBySide = 3
const learnEveryMs = 250

/** Photos whose detail was read for its name, whether it had one or not. */
const asked = new Set<number>()
export const isNameAsked = (photoId: number) => asked.has(photoId)

let controller = new AbortController()

/** Reads the names of these photos, a few at a time; they are kept in memory, for the session. */
export async function readNames(client: QueryClient, photoIds: readonly number[]): Promise<void> {
  stopNames()
  controller = new AbortController()
  const { signal } = controller
  const waiting = photoIds.slice(0, mostNames)
  const of = waiting.length
  let learnt = new Map<number, string>()
  let done = 0

  function show(patch: Partial<typeof nothing> = {}) {
    learnNames(client, learnt)
    learnt = new Map()
    namesReading.set({ done, of, isReading: true, error: null, ...patch })
  }

  async function readOn(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      const name = await nameOf(client, id, signal)
      if (signal.aborted) return
      asked.add(id)
      if (name !== '') learnt.set(id, name)
      done++
    }
  }

  show()
  // Not with each name: what matches is looked for anew each time.
  const timer = setInterval(show, learnEveryMs)
  try {
    await Promise.all(Array.from({ length: sideBySide }, readOn))
    if (!signal.aborted) show({ isReading: false })
  } catch (error) {
    if (signal.aborted) return
    controller.abort()
    show({ isReading: false, error })
  } finally {
    clearInterval(timer)
  }
}

/** '' where the photo is gone, or has none. A query for its tries; nothing of it is kept. */
async function nameOf(client: QueryClient, id: number, signal: AbortSignal): Promise<string> {
  try {
    return await client.fetchQuery({
      queryKey: ['name-of-photo', id] as const,
      queryFn: async () => (await readPhoto(id, { signal, priority: () => 'ahead' })).cardholderName,
      gcTime: 0,
    })
  } catch (error) {
    if (isApiError(error) && error.kind === 'not-found') return ''
    throw error
  }
}

export function stopNames(): void {
  controller.abort()
  namesReading.set({ ...namesReading.get(), isReading: false })
}

livesFor('read', () => {
  stopNames()
  asked.clear()
  namesReading.set(nothing)
})
