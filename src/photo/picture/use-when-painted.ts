import { useEffect, useRef, type RefObject } from 'react'
import { afterPaint } from '../../components/after-paint'

/**
 * Calls back once a picture was decoded and painted, for each other picture again.
 *
 * @param shown tells one picture from another
 */
export function useWhenPainted(
  image: RefObject<HTMLImageElement | null>,
  shown: string,
  onPainted: ((shown: string) => void) | undefined,
): void {
  const latest = useRef(onPainted)
  // Told by the browser, long after drawing: whoever listens then is called.
  useEffect(() => {
    latest.current = onPainted
  })
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    async function wait() {
      try {
        await image.current?.decode()
      } catch {
        // What cannot be decoded is not painted.
        return
      }
      if (!isGone && image.current) stop = afterPaint(() => latest.current?.(shown))
    }
    void wait()
    return () => {
      isGone = true
      stop()
    }
  }, [image, shown])
}
