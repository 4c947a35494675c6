import { useLayoutEffect, useRef } from 'react'

/**
 * For what goes away by itself, such as a failure once trying again has worked: where the focus is in it then,
 * the heading of the page takes it, else it would fall to the body and the keyboard begin at the top again.
 */
export function useFocusHeir<T extends HTMLElement>() {
  const leaving = useRef<T>(null)
  // Run before the element leaves the page: afterwards nobody can tell that it had the focus.
  useLayoutEffect(() => {
    const element = leaving.current
    return () => {
      if (element?.contains(document.activeElement)) document.querySelector('h1')?.focus()
    }
  }, [])
  return leaving
}
