import { createContext, useContext, useEffect, useState, type RefObject } from 'react'
import { createStore, useStore, type Store } from '../base/store'

/** Screens a ms: faster than that nobody looks at single photos. */
const fastest = 2 / 1000
/** Over so many ms the speed is measured, and so long after the last step it is over. */
const measureMs = 50
const overAfterMs = 200

/** Whether the list around is scrolled so fast that its pictures are put off. */
export const FastScrollContext = createContext<Store<boolean>>(createStore(false))

/** Follows the speed of what scrolls. A jump is not fast: what it leads to is looked at. */
export function useFastScroll(scroller: RefObject<HTMLElement | null>): Store<boolean> {
  const [isFast] = useState(() => createStore(false))
  // Scrolling is outside React.
  useEffect(() => {
    let from: { top: number; at: number } | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    function end() {
      from = null
      isFast.set(false)
    }
    function onScroll({ timeStamp: at, currentTarget }: Event) {
      clearTimeout(timer)
      cancelAnimationFrame(frame)
      // Where frames take longer than that, the next one tells.
      timer = setTimeout(() => (frame = requestAnimationFrame(end)), overAfterMs)
      const { scrollTop: top, clientHeight } = currentTarget as Element
      from ??= { top, at }
      const passed = at - from.at
      if (passed < measureMs) return
      isFast.set(Math.abs(top - from.top) / clientHeight / passed > fastest)
      from = { top, at }
    }
    // Before the rows are drawn anew: where it stands costs no layout then. The listener goes with what scrolls.
    scroller.current?.addEventListener('scroll', onScroll, { passive: true, capture: true })
  }, [scroller, isFast])
  return isFast
}

/**
 * Whether a picture that has come into sight waits until scrolling is slower: loading and decoding what flies past would
 * hold up the scrolling, and then what one stops at. One that has begun is not stopped.
 */
export function useIsFlyingPast(): boolean {
  const isFast = useContext(FastScrollContext)
  const [isPutOff, setIsPutOff] = useState(isFast.get)
  // Of one that has begun nothing is drawn anew.
  const isStillPutOff = useStore(isFast, (isFast) => isPutOff && isFast)
  if (isPutOff && !isStillPutOff) setIsPutOff(false)
  return isStillPutOff
}
