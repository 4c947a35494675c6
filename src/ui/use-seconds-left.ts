import { useLayoutEffect, useState } from 'react'
import { browserClock } from '../base/clock'

/** Whole seconds until a moment (of the clock), drawn anew with each; they stand still while paused. */
export function useSecondsLeft(endsAt: number, isPaused = false): number {
  const [now, setNow] = useState(() => browserClock.now())
  // The clock is outside React. It is looked at when the number changes, and no more once that is 0; before the
  // page is painted, since a new end does not go with an old time. The millisecond more is for a timer that is early.
  useLayoutEffect(() => {
    if (isPaused) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const update = () => {
      const time = browserClock.now()
      setNow(time)
      const left = endsAt - time
      if (left > 0) timer = setTimeout(update, Math.floor(left % 1000) + 1)
    }
    update()
    return () => clearTimeout(timer)
  }, [endsAt, isPaused])
  return Math.max(0, Math.ceil((endsAt - now) / 1000))
}
