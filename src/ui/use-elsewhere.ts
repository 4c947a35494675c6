import { useEffect, useEffectEvent, type RefObject } from 'react'

/** For what lies over the page and goes when a press, or the focus, is in none of its parts. */
export function useElsewhere(
  isOn: boolean,
  parts: readonly RefObject<HTMLElement | null>[],
  onElsewhere: () => void,
): void {
  const look = useEffectEvent(({ target }: Event) => {
    if (!parts.some(({ current }) => current?.contains(target as Node))) onElsewhere()
  })
  // What is pressed elsewhere is outside of it, and of React.
  useEffect(() => {
    if (!isOn) return
    const watching = new AbortController()
    for (const type of ['pointerdown', 'focusin'])
      document.addEventListener(type, (event) => look(event), { signal: watching.signal })
    return () => watching.abort()
  }, [isOn])
}
