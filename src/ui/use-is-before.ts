import { useEffect, useState } from 'react'
import { browserClock } from '../base/clock'

/** True until the given moment (of the clock) has come; then the caller is drawn again. */
export function useIsBefore(moment: number | null): boolean {
  const [now, setNow] = useState(() => browserClock.now())
  // The clock is outside React: a timer is the only way to be told.
  useEffect(() => {
    if (moment === null) return
    const timer = setTimeout(() => setNow(browserClock.now()), moment - browserClock.now())
    return () => clearTimeout(timer)
  }, [moment])
  return moment !== null && now < moment
}
