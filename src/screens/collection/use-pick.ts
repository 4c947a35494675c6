import { useCallback, useEffect, useRef } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { rangeAnchor, select, selection } from '../../desk/selection'
import { photosBetween, type PhotoRows } from '../../photos/photo-rows'

/** Chooses a photo or lets it go; as a range, all from the last one to this, in the order of the list. */
export type Pick = (photo: Photo, isRange: boolean) => void

/** It stays the same function, whatever rows are shown. */
export function usePick(rows: PhotoRows): Pick {
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  return useCallback((photo, isRange) => {
    const rows = latest.current
    const anchor = isRange ? rangeAnchor() : null
    const from = anchor === null ? -1 : rows.indexOf(anchor)
    const to = rows.indexOf(photo.id)
    const photos = from < 0 || to < 0 ? [photo] : photosBetween(rows, from, to)
    select(photos, !selection.has(photo.id), photo.id)
  }, [])
}
