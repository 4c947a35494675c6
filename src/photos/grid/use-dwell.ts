import { useCallback, useEffect, useRef, useState } from 'react'
import type { Photo } from '../../api/photo'
import { browserClock } from '../../components/clock'
import { createDwell } from '../../review/dwell'
import { noteLookedAt } from '../../review/looked-at'
import { seenAfterMs } from '../../review/use-seen'
import { photosBetween, type PhotoRows } from '../photo-rows'

/**
 * Notes which photos were looked at: their picture was painted, and in sight for a while. In a tab that nobody looks at
 * the time does not pass.
 *
 * @param inSight places of tiles, from 0
 * @returns to be told of each picture that was painted
 */
export function useDwell(rows: PhotoRows, inSight: { first: number; last: number }): (photo: Photo) => void {
  const [dwell] = useState(() => createDwell(browserClock, seenAfterMs, noteLookedAt))
  const painted = useRef(new Set<string>())
  const { first, last } = inSight
  const update = useRef(() => {})

  // What is on the screen is outside React: drawn is not painted.
  useEffect(() => {
    update.current = () => {
      const end = Math.min(last, rows.count - 1)
      const isAny = document.visibilityState === 'visible' && first <= end
      const shown = isAny ? photosBetween(rows, first, end) : []
      dwell.update(shown.filter((photo) => painted.current.has(pictureOf(photo))))
    }
    update.current()
  }, [dwell, rows, first, last])

  useEffect(() => {
    const onVisibility = () => update.current()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      dwell.stop()
    }
  }, [dwell])

  return useCallback((photo) => {
    painted.current.add(pictureOf(photo))
    update.current()
  }, [])
}

const pictureOf = ({ id, picture }: Photo) => `${id} ${picture.urls[0]}`
