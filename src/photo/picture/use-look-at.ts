import { useEffect, useRef, type RefObject } from 'react'
import { afterPaint } from '../../components/after-paint'
import { watchSight } from './sight'

/** How far it has come with a picture: it was painted; then it was looked at. */
export type Looked = 'painted' | 'looked-at'

/**
 * Tells how far it has come with a picture, for each other one from the beginning.
 *
 * @param shown tells one picture from another; '' while none is asked for
 */
export function useLookAt(
  image: RefObject<HTMLImageElement | null>,
  shown: string,
  onLook: ((looked: Looked) => void) | undefined,
): void {
  const latest = useRef(onLook)
  // Told by the browser, long after drawing: whoever listens then is called.
  useEffect(() => {
    latest.current = onLook
  })
  const isWatched = onLook !== undefined
  useEffect(() => {
    if (!isWatched || shown === '') return
    let stop = () => {}
    let isGone = false
    function watch(element: HTMLImageElement) {
      latest.current?.('painted')
      stop = watchSight(element, () => latest.current?.('looked-at'))
    }
    async function wait() {
      const element = image.current
      if (!element) return
      try {
        await element.decode()
      } catch {
        // What cannot be decoded is not painted.
        return
      }
      if (!isGone) stop = afterPaint(() => watch(element))
    }
    void wait()
    return () => {
      isGone = true
      stop()
    }
  }, [image, shown, isWatched])
}
