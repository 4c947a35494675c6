import { useCallback, useEffect, useState } from 'react'

/** So long a photo must have been on the screen before it can be approved, in ms. */
export const seenAfterMs = 300

/** Whether a photo has been on the screen long enough to be approved; another photo begins anew. */
export function useSeen(photoId: number): { isSeen: boolean; onPainted: () => void } {
  const [painted, setPainted] = useState<number | null>(null)
  const [seen, setSeen] = useState<number | null>(null)

  // The time that passes on the screen is outside React. In a tab that nobody looks at it does not pass.
  useEffect(() => {
    if (painted !== photoId) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(() => setSeen(photoId), seenAfterMs)
    }
    begin()
    document.addEventListener('visibilitychange', begin)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', begin)
    }
  }, [painted, photoId])

  const onPainted = useCallback(() => setPainted(photoId), [photoId])
  return { isSeen: seen === photoId, onPainted }
}
