import { useEffect, useState, type RefObject } from 'react'
import { printing } from '../base/printing'
import { useStore } from '../base/store'
import { useIsFlyingPast } from './fast-scroll'

/** So far from the window a picture is asked for, in px: about three rows. */
const nearPx = 168

const waiting = new WeakMap<Element, () => void>()
let observer: IntersectionObserver | null = null

function whenNear(element: Element, onNear: () => void): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) if (isIntersecting) waiting.get(target)?.()
    },
    { rootMargin: `${nearPx}px 0px`, scrollMargin: `${nearPx}px 0px` } as IntersectionObserverInit,
  )
  waiting.set(element, onNear)
  observer.observe(element)
  return () => {
    waiting.delete(element)
    observer?.unobserve(element)
  }
}

/**
 * Whether a picture is not asked for yet: it was never near, or is flying past. The browser's own lazy loading asks for what
 * is two windows away: of a page that stands whole in the document that would be most of it.
 *
 * @param isLazy false: it is asked for wherever it is
 */
export function useIsPutOff(element: RefObject<Element | null>, isLazy: boolean): boolean {
  const [isNear, setIsNear] = useState(!isLazy)
  const isPrinting = useStore(printing)
  const isFlyingPast = useIsFlyingPast()
  useEffect(() => {
    if (isNear || !element.current) return
    return whenNear(element.current, () => setIsNear(true))
  }, [element, isNear])
  return isFlyingPast || !(isNear || isPrinting)
}
