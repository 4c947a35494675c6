import { useSyncExternalStore } from 'react'

const isVisible = () => document.visibilityState === 'visible'

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

export function useIsPageVisible(): boolean {
  return useSyncExternalStore(subscribe, isVisible)
}

/** Resolves at once, or when the tab is looked at again; rejects with the signal's reason. */
export function whenPageVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (!signal.aborted && !isVisible()) return
      stopListening()
      signal.removeEventListener('abort', settle)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const stopListening = subscribe(settle)
    signal.addEventListener('abort', settle)
    settle()
  })
}
