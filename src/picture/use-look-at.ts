import { useEffect, useRef, type RefObject } from 'react'
import { afterPaint } from '../base/after-paint'
import { whenIdle } from '../base/when-idle'
import { inspectPicture, type Soundness } from './inspect-picture'
import { noteFault } from './picture-faults'
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
  onLook: (looked: Looked) => void,
): void {
  const latest = useRef(onLook)
  // Told by the browser, long after drawing: whoever listens then is called.
  useEffect(() => {
    latest.current = onLook
  })
  useEffect(() => {
    if (shown === '') return
    let stop = () => {}
    let isGone = false
    let [isSound, isSighted] = [false, false]
    function tell() {
      if (isSound && isSighted && !isGone) latest.current('looked-at')
    }
    async function inspect(element: HTMLImageElement) {
      const soundness = await soundnessOf(element)
      if (isGone) return
      isSound = soundness === 'sound'
      if (soundness === 'sound') tell()
      else noteFault([element.src], soundness)
    }
    function watch(element: HTMLImageElement) {
      latest.current('painted')
      const stopWatching = watchSight(element, () => {
        isSighted = true
        tell()
      })
      // Another photo may be asked for right away: its paint comes first.
      const stopWaiting = whenIdle(() => void inspect(element))
      stop = () => {
        stopWatching()
        stopWaiting()
      }
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
  }, [image, shown])
}

/** An image is looked into once, however often it is watched. */
const inspected = new WeakMap<HTMLImageElement, { src: string; soundness: Promise<Soundness> }>()

function soundnessOf(image: HTMLImageElement): Promise<Soundness> {
  const known = inspected.get(image)
  if (known?.src === image.src) return known.soundness
  const soundness = inspectPicture(image)
  inspected.set(image, { src: image.src, soundness })
  return soundness
}
