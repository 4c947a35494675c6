import { useRef, useState } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { useStore } from '../../base/store'
import { say } from '../../ui/notice'
import type { Repair } from '../repair/repair'
import { createLinkedZoom } from './linked-zoom'
import { othersOf, placeOf } from './others'

export type Look = ReturnType<typeof useLook>

/**
 * Looking closely at the open photo: zoomed, its original in its place, beside what it is compared with.
 *
 * @param repair what CloudCard has made of it: then it can be compared with how it was
 */
export function useLook(photo: Photo | null, repair: Repair | null) {
  const [zoom] = useState(createLinkedZoom)
  const level = useStore(zoom.level)
  const comparisonHeading = useRef<HTMLHeadingElement>(null)
  // Of one photo: the next one is shown as it is.
  const [original, setOriginal] = useState<number | null>(null)
  const [isComparing, setIsComparing] = useState(false)
  const [chosen, setChosen] = useState<{ name: string; place: number } | null>(null)
  const id = photo?.id ?? null
  const others = photo === null ? [] : othersOf(photo, repair?.state.kind === 'done' ? repair.before : null)
  const place = placeOf(others, chosen)
  const isOriginal = photo?.original != null && original === id && !isComparing

  function choose(next: number) {
    const other = others[next]
    if (!other) return say('There is nothing else to compare with.')
    setChosen({ name: other.name, place: next })
    say(`Compared with: ${other.name}.`, { isOnlyHeard: true })
  }

  return {
    zoom,
    level,
    isOriginal,
    /** Stays from photo to photo, until it is closed. */
    isComparing: isComparing && photo !== null,
    /** Takes the place of the photo's own heading while it is compared. */
    comparisonHeading,
    /** What the photo can be compared with, and which of it was chosen. */
    others,
    place,
    choose,
    flip() {
      if (photo?.original == null) return say('This photo has no original.')
      if (isComparing) return choose(others.findIndex(({ name }) => name === 'Original'))
      setOriginal(isOriginal ? null : id)
      say(isOriginal ? 'The photo as it is now.' : 'The original, before editing.', { isOnlyHeard: true })
    },
    /** Opens the comparison, and then goes through what there is to compare with. */
    compare() {
      if (!isComparing) setIsComparing(true)
      else if (others.length > 1) choose((place + 1) % others.length)
      else say('There is nothing else to compare with.')
    },
    closeComparison() {
      setIsComparing(false)
      zoom.show('fit')
    },
  }
}
