import { useLayoutEffect, useRef, type RefObject } from 'react'

const focusTitle = () => document.querySelector('h1')?.focus()

/**
 * For what goes away by itself, such as a failure once trying again has worked: where the focus is in it then, it is passed on,
 * else it would fall to the body and the keyboard begin at the top again.
 *
 * @param passOn to the heading of the page, where nothing else is said
 */
export function useFocusHeir<T extends HTMLElement>(passOn: () => void = focusTitle) {
  const leaving = useRef<T>(null)
  const latest = useRef(passOn)
  useLayoutEffect(() => {
    latest.current = passOn
  })
  // Run before the element leaves the page: afterwards nobody can tell that it had the focus.
  useLayoutEffect(() => {
    const element = leaving.current
    return () => {
      if (element?.contains(document.activeElement)) latest.current()
    }
  }, [])
  return leaving
}

/** For what stays while a part of it goes: it takes the focus that the part had. */
export function useFocusOfParts(whole: RefObject<HTMLElement | null>): void {
  const part = useRef<EventTarget | null>(null)
  useLayoutEffect(() => {
    const element = whole.current
    const onFocus = ({ target }: FocusEvent) => (part.current = target)
    element?.addEventListener('focusin', onFocus)
    return () => element?.removeEventListener('focusin', onFocus)
  }, [whole])
  useLayoutEffect(() => {
    const isGone = part.current instanceof Element && !part.current.isConnected
    if (isGone && document.activeElement === document.body) whole.current?.focus({ preventScroll: true })
  })
}
