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
    const closing = new AbortController()
    const { signal } = closing
    element.removeAttribute('data-come')
    const come = () => element.setAttribute('data-come', '')
    let end: (isNews: boolean) => void = () => {}
    let timer: ReturnType<typeof setTimeout> | undefined
    function begin() {
      end = beginWait(src ?? '')
      timer = setTimeout(() => setSlow(shown), slowAfterMs)
    }
    function settle(isNews: boolean) {
      clearTimeout(timer)
      sight?.disconnect()
      end(isNews)
    }
    let sight: IntersectionObserver | null = null
    if (element.complete) {
      if (element.naturalWidth > 0) come()
    } else {
      const onLoad = () => {
        come()
        settle(true)
        setSlow('')
      }
      element.addEventListener('load', onLoad, { once: true, signal })
      element.addEventListener('error', () => settle(true), { once: true, signal })
      // The browser puts off what is far below; it is waited for once it is in sight.
      if (element.loading === 'lazy') {
        sight = new IntersectionObserver((entries) => {
          if (!entries.some(({ isIntersecting }) => isIntersecting)) return
          sight?.disconnect()
          begin()
        })
        sight.observe(element)
      } else begin()
    }
    return () => {
      closing.abort()
      settle(false)
      // Taken out of the page alone, it would keep its connection.
      if (!element.complete && element.getAttribute('src') === src) element.removeAttribute('src')
    }
  }, [image, src, shown])
  return src !== null && slow === shown
}
