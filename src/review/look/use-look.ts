import { useState } from 'react'
import type { Photo } from '../../api/photo'
import { useStore } from '../../components/store'
import { say } from '../notice'
import { createLinkedZoom, type LinkedZoom, type ZoomLevel } from './linked-zoom'

/** Looking closely at the open photo: zoomed, its original in its place, beside what it is compared with. */
export type Look = {
  zoom: LinkedZoom
  level: ZoomLevel
  isOriginal: boolean
  isComparing: boolean
  flip: () => void
  compare: () => void
  closeComparison: () => void
}

export function useLook(photo: Photo | null): Look {
  const [zoom] = useState(createLinkedZoom)
  const level = useStore(zoom.level)
  // Of one photo: the next one is shown as it is.
  const [original, setOriginal] = useState<number | null>(null)
  const [comparing, setComparing] = useState<number | null>(null)
  const id = photo?.id ?? null
  const isOriginal = photo?.original != null && original === id
  return {
    zoom,
    level,
    isOriginal,
    isComparing: id !== null && comparing === id,
    flip() {
      if (photo?.original == null) return say('This photo has no original.')
      setOriginal(isOriginal ? null : id)
      say(isOriginal ? 'The photo as it is now.' : 'The original, before editing.', { isOnlyHeard: true })
    },
    compare: () => setComparing(id),
    closeComparison: () => setComparing(null),
  }
}
