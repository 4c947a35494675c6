import { until, useStore } from './store'

const pageVisibility = {
  get: () => document.visibilityState === 'visible',
  subscribe(listener: () => void) {
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  },
}

export const useIsPageVisible = (): boolean => useStore(pageVisibility)

/** Resolves at once, or when the tab is looked at again; rejects with the signal's reason. */
export const whenPageVisible = (signal?: AbortSignal): Promise<void> => until(pageVisibility, Boolean, signal)
