import { useEffect, useState } from 'react'

/** Whole seconds until a moment (epoch ms), drawn anew with each; they stand still while paused. */
export function useSecondsLeft(endsAt: number, isPaused: boolean): number {
  const [now, setNow] = useState(Date.now)
  // The clock is outside React.
  useEffect(() => {
    if (isPaused) return
    const update = () => setNow(Date.now())
    update()
    const timer = setInterval(update, 250)
    return () => clearInterval(timer)
  }, [isPaused])
  return Math.max(0, Math.ceil((endsAt - now) / 1000))
}
