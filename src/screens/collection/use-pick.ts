import { useCallback, useEffect, useRef } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { rangeAnchor, select, selection } from '../../desk/selection'
import { isDecidable } from '../../desk/verdicts/verdicts'
import { photosBetween, type PhotoRows } from '../../photos/photo-rows'
import { useMayDecide } from '../../session/session'

/** Chooses a photo or lets it go; as a range, all from the last one to this, in the order of the list. */
export type PickPhoto = (photo: Photo, isRange: boolean) => void

/** Whether photos of a list are chosen, to be decided together. */
export const useMayPick = (listStatus: string): boolean => useMayDecide() && isDecidable(listStatus)

/** It stays the same function, whatever rows are shown. */
export function usePick(rows: PhotoRows): PickPhoto {
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
