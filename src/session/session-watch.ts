import type { QueryCache } from '@tanstack/react-query'
import { browserClock } from '../base/clock'
import { createStore, useStore } from '../base/store'
import { beginActivity, hasActivity, noteActivity } from './activity'
import { endWhenTimeIsUp } from './session'
import { lockWhenIdle } from './wake'

/** So often it is looked at the clock, which may have jumped while the computer slept, in ms. */
const lookEveryMs = 1_000
/** Counts the looks. */
const looks = createStore(0)

/** What is computed from the time, and from when somebody was here: looked at anew each second, and when somebody is seen. */
export const useLooked = <T>(compute: () => T): T => useStore(looks, compute)

/** Follows time, keys and pointer: locks where nobody is there, in any tab of this browser, and ends a session whose time is up. */
export function watchSession(cache: QueryCache): () => void {
  let stopTimer = () => {}
  function look() {
    stopTimer()
    stopTimer = browserClock.setTimer(look, lookEveryMs)
    void lockWhenIdle()
    endWhenTimeIsUp()
    looks.set(looks.get() + 1)
  }
  const note = (isSaid: boolean) => {
    noteActivity(isSaid)
    look()
  }
  if (!hasActivity()) beginActivity()
  look()

  const watching = new AbortController()
  const options = { capture: true, passive: true, signal: watching.signal }
  for (const type of ['keydown', 'pointerdown', 'wheel'])
    window.addEventListener(type, () => note(true), options)
  let place = ''
  const onMove = ({ screenX, screenY }: PointerEvent) => {
    // The page may move under a pointer that does not.
    const moved = `${screenX} ${screenY}`
    if (moved !== place) note(false)
    place = moved
  }
  window.addEventListener('pointermove', onMove, options)
  // Another tab has seen somebody.
  window.addEventListener('storage', look, options)
  // Whoever reads a whole status waits for it, and need not press keys meanwhile.
  const stopReading = cache.subscribe(({ type, query }) => {
    if (type !== 'observerAdded' && query.queryKey[0] === 'whole-status') note(true)
  })
  return () => {
    stopReading()
    stopTimer()
    watching.abort()
  }
}
