import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { browserClock } from '../base/clock'
import { activeAt, beginActivity, idleMs, warningMs } from './activity'
import { createIdleWatch, type Idleness } from './idle'
import { hasActivity, noteActivity } from './note-activity'
import { lockWhenIdle } from './wake'

/** Whether somebody is there, in any tab of this browser: by keys and pointer. Locks where nobody is. */
export function useIdleness(): Idleness {
  const cache = useQueryClient().getQueryCache()
  const [idleness, setIdleness] = useState<Idleness>({ kind: 'active' })

  // Keys, pointer and time are outside React.
  useEffect(() => {
    if (!hasActivity()) beginActivity()
    const watch = createIdleWatch({
      clock: browserClock,
      activeAt,
      noteActivity,
      idleMs,
      warningMs,
      onChange(next) {
        setIdleness(next)
        if (next.kind === 'over') void lockWhenIdle()
      },
    })
    const watching = new AbortController()
    const options = { capture: true, passive: true, signal: watching.signal }
    let place = ''
    for (const type of ['keydown', 'pointerdown', 'wheel'])
      window.addEventListener(type, () => watch.stay(), options)
    const onMove = ({ screenX, screenY }: PointerEvent) => {
      // The page may move under a pointer that does not.
      const moved = `${screenX} ${screenY}`
      if (moved !== place) watch.note()
      place = moved
    }
    window.addEventListener('pointermove', onMove, options)
    // Another tab has seen somebody.
    window.addEventListener('storage', () => watch.look(), options)
    // Whoever reads a whole status waits for it, and need not press keys meanwhile.
    const stopReading = cache.subscribe(({ type, query }) => {
      if (type !== 'observerAdded' && query.queryKey[0] === 'whole-status') watch.stay()
    })
    return () => {
      stopReading()
      watch.stop()
      watching.abort()
    }
  }, [cache])
  return idleness
}
