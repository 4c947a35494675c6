import { useSyncExternalStore } from 'react'
import { livesFor, type Lifetime } from './lifetimes'

export type Store<T> = {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/**
 * A value outside React that components can follow with `useStore`.
 *
 * @param lifetime when it is over, the value is again what it was at first
 */
export function createStore<T>(initial: T, lifetime?: Lifetime): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  const store: Store<T> = {
    get: () => value,
    set(next) {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  if (lifetime) livesFor(lifetime, () => store.set(initial))
  return store
}

/** Resolves once the value is such; rejects with the signal's reason. */
export function until<T>(
  { get, subscribe }: Followed<T>,
  isSuch: (value: T) => boolean,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (!signal?.aborted && !isSuch(get())) return
      stop()
      signal?.removeEventListener('abort', settle)
      if (signal?.aborted) reject(signal.reason)
      else resolve()
    }
    const stop = subscribe(settle)
    signal?.addEventListener('abort', settle)
    settle()
  })
}

/** What can be asked, and tells when it is something else. */
export type Followed<T> = Pick<Store<T>, 'get' | 'subscribe'>

/** @param pick what the caller needs of it, which is drawn again only where that is another value */
export function useStore<T>(store: Followed<T>): T
export function useStore<T, Picked>(store: Followed<T>, pick: (value: T) => Picked): Picked
export function useStore<T, Picked>({ subscribe, get }: Followed<T>, pick?: (value: T) => Picked) {
  return useSyncExternalStore<T | Picked>(subscribe, pick ? () => pick(get()) : get)
}
