import { useEffect, useEffectEvent } from 'react'

type Events = WindowEventMap

/** Hears an event of the window while the caller is drawn: for what belongs to the page, and not to what has the focus. */
export function useWindowEvent<T extends keyof Events>(type: T, onEvent: (event: Events[T]) => void): void {
  const hear = useEffectEvent(onEvent)
  useEffect(() => {
    const listen = (event: Events[T]) => hear(event)
    window.addEventListener(type, listen)
    return () => window.removeEventListener(type, listen)
  }, [type])
}
