import { useEffect, useState, type RefObject } from 'react'
import { beginWait } from './picture-faults'

const slowAfterMs = 2_000

/**
 * Waits for an image, within its time; one that is given up, or that nobody looks at any more, lets its connection go.
 *
 * @param src null while it is not asked for
 * @returns whether it has not come for so long that words should say so
 */
export function useArrival(
  image: RefObject<HTMLImageElement | null>,
  src: string | null,
  attempt: number,
): boolean {
  const shown = `${src} ${attempt}`
  const [slow, setSlow] = useState('')
  useEffect(() => {
    const element = image.current
    if (!element || src === null) return
    // Drawn twice, as React does in development, it is asked for again.
    if (element.getAttribute('src') !== src) element.setAttribute('src', src)
    element.toggleAttribute('data-come', element.complete && element.naturalWidth > 0)
    if (element.complete) return
    const end = beginWait(src)
    const timer = setTimeout(() => setSlow(shown), slowAfterMs)
    const listening = new AbortController()
    const settle = (isNews: boolean) => {
      listening.abort()
      clearTimeout(timer)
      end(isNews)
    }
    const onLoad = () => {
      element.toggleAttribute('data-come', true)
      settle(true)
      setSlow('')
    }
    element.addEventListener('load', onLoad, { signal: listening.signal })
    element.addEventListener('error', () => settle(true), { signal: listening.signal })
    return () => {
      settle(false)
      // Taken out of the page alone, it would keep its connection.
      if (!element.complete && element.getAttribute('src') === src) element.removeAttribute('src')
    }
  }, [image, src, shown])
  return src !== null && slow === shown
}
