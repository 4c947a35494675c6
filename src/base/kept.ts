import { createStore } from './store'

/** Why the browser does not keep what it is given. Then it is kept in memory, as long as this tab is open. */
type KeepingProblem = 'blocked' | 'full'
export const keepingProblem = createStore<KeepingProblem | null>(null)

/** One of the browser's two storages, in a form that is there also where a policy blocks it, and where it is full. */
function keptIn(storageOf: () => Storage) {
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
    get: (key: string): string | null => memory.get(key) ?? attempt((storage) => storage.getItem(key)),
    set(key: string, value: string): void {
      const isTaken = attempt((storage) => {
        storage.setItem(key, value)
        return true
      })
      if (isTaken) memory.delete(key)
      else memory.set(key, value)
    },
    remove(key: string): void {
      memory.delete(key)
      attempt((storage) => storage.removeItem(key))
    },
    keys: (): readonly string[] => [...memory.keys(), ...(attempt((storage) => Object.keys(storage)) ?? [])],
    clear(): void {
      memory.clear()
      attempt((storage) => storage.clear())
    },
  }
}

/** For all tabs, and for longer than the session. */
export const keptInBrowser = keptIn(() => window.localStorage)
/** For this tab, until it is closed. */
export const keptInTab = keptIn(() => window.sessionStorage)
