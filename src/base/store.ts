import { useSyncExternalStore } from 'react'

export type Store<T> = {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** A value outside React that components can follow with `useStore`. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
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
}

type Followed<T> = Pick<Store<T>, 'get' | 'subscribe'>

/** @param pick what the caller needs of it, which is drawn again only where that is another value */
export function useStore<T>(store: Followed<T>): T
export function useStore<T, Picked>(store: Followed<T>, pick: (value: T) => Picked): Picked
export function useStore<T, Picked>({ subscribe, get }: Followed<T>, pick?: (value: T) => Picked) {
  return useSyncExternalStore<T | Picked>(subscribe, pick ? () => pick(get()) : get)
}
