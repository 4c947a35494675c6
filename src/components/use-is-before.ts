import { useEffect, useState } from 'react'

/** True until the given moment (epoch ms) has come; then the caller is drawn again. */
export function useIsBefore(moment: number | null): boolean {
  const [now, setNow] = useState(Date.now)
  // The clock is outside React: a timer is the only way to be told.
  useEffect(() => {
    if (moment === null) return
    const timer = setTimeout(() => setNow(Date.now()), moment - Date.now())
    return () => clearTimeout(timer)
  }, [moment])
  return moment !== null && now < moment
}
