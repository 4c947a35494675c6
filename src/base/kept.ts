import { createStore } from './store'

/** Why the browser does not keep what it is given. Then it is kept in memory, as long as this tab is open. */
type KeepingProblem = 'blocked' | 'full'
export const keepingProblem = createStore<KeepingProblem | null>(null)

/** One of the browser's two storages, in a form that is there also where a policy blocks it, and where it is full. */
type Kept = {
  get: (key: string) => string | null
  set: (key: string, value: string) => void
  remove: (key: string) => void
  keys: () => readonly string[]
  clear: () => void
}

function keptIn(storageOf: () => Storage): Kept {
  /** What the storage did not take. */
  const memory = new Map<string, string>()

  function attempt<T>(work: (storage: Storage) => T): T | null {
    try {
      return work(storageOf())
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
      const problem = isFull ? 'full' : 'blocked'
      if (keepingProblem.get() !== problem) keepingProblem.set(problem)
      return null
    }
  }

  return {
    get: (key) => memory.get(key) ?? attempt((storage) => storage.getItem(key)),
    set(key, value) {
      const isTaken = attempt((storage) => {
        storage.setItem(key, value)
        return true
      })
      if (isTaken) memory.delete(key)
      else memory.set(key, value)
    },
    remove(key) {
      memory.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
    keys: () => [...memory.keys(), ...(attempt((storage) => Object.keys(storage)) ?? [])],
    clear() {
      memory.clear()
      attempt((storage) => storage.clear())
    },
  }
}

/** For all tabs, and for longer than the session. */
export const keptInBrowser = keptIn(() => window.localStorage)
/** For this tab, until it is closed. */
export const keptInTab = keptIn(() => window.sessionStorage)
