import { useCallback, useState } from 'react'
import type { Photo } from '../cloudcard/photo'
import type { Looked } from '../picture/use-look-at'
import { lookOf, noteLookedAt } from './looked-at'

/**
 * How far it has come with looking at the open photo. Having looked at it before is not enough: another photo begins
 * anew, so that what was pressed for the last one does not decide this one.
 */
export function useSeen(photo: Photo | null): { looked: Looked | null; onLook: (looked: Looked) => void } {
  const [seen, setSeen] = useState<{ look: string; looked: Looked } | null>(null)
  const look = photo && lookOf(photo)
  const onLook = useCallback(
    (looked: Looked) => {
      if (!photo) return
      if (looked === 'looked-at') noteLookedAt([photo])
      setSeen({ look: lookOf(photo), looked })
    },
    [photo],
  )
  return { looked: seen !== null && seen.look === look ? seen.looked : null, onLook }
}
