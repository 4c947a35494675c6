import { useEffect, useState } from 'react'
import { browserClock } from '../base/clock'

/** Whole seconds until a moment (of the clock), drawn anew with each; they stand still while paused. */
export function useSecondsLeft(endsAt: number, isPaused: boolean): number {
  const [now, setNow] = useState(() => browserClock.now())
  // The clock is outside React.
  useEffect(() => {
    if (isPaused) return
    const update = () => setNow(browserClock.now())
    update()
    const timer = setInterval(update, 250)
    return () => clearInterval(timer)
  }, [isPaused])
  return Math.max(0, Math.ceil((endsAt - now) / 1000))
}
