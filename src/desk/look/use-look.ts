import { useRef, useState } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { createStore, useStore } from '../../base/store'
import { useSettings } from '../../session/settings'
import { say } from '../../ui/notice'
import { useStateOf } from '../../ui/use-state-of'
import type { Repair } from '../repair/repair'
import { createLinkedZoom } from './linked-zoom'
import { othersOf, placeOf } from './others'

/** An ID card is nobody's business until somebody needs it: the photo whose documents were asked for last, until a lock. */
const documentsShownFor = createStore<number | null>(null, 'read')

/** Lines over the photo; they stay on for those that come next. */
const guidesOn = createStore(false, 'work')

/** What a photo is shown in, instead of as it is, and what is said of it. */
const lights = {
  shadows: { next: 'edges', words: 'The shadows are lifted. L shows the edges.', mark: 'Shadows lifted' },
  edges: { next: null, words: 'The edges are shown. L shows the photo as it is.', mark: 'Edges' },
} as const
type Light = keyof typeof lights

/** The open photo, or what it is compared with. */
type Side = 'photo' | 'other'

export type Look = ReturnType<typeof useLook>

/**
 * Looking closely at the open photo: zoomed, its original in its place, beside what it is compared with.
 *
 * @param repair what CloudCard has made of it: then it can be compared with how it was
 */
export function useLook(photo: Photo | null, repair: Repair | null) {
  const [zoom] = useState(createLinkedZoom)
  // Its text and its face stand elsewhere than the face of the photo: it is zoomed by itself.
  const [documentZoom] = useState(createLinkedZoom)
  const comparisonHeading = useRef<HTMLHeadingElement>(null)
  const id = photo?.id ?? null
  // Of one photo: the next one is shown as it is.
  const [isOriginalWanted, setIsOriginalWanted] = useStateOf(id, false)
  const [light, setLight] = useStateOf<Light | null>(id, null)
  const [isComparing, setIsComparing] = useState(false)
  // What was gone on to is of one photo, what was chosen by its name of all.
  const [chosen, setChosen] = useState<{ name: string; place: number; photo?: number | null } | null>(null)
  const areGuidesOn = useStore(guidesOn)
  const { documents } = useSettings()
  const others = photo === null ? [] : othersOf(photo, repair?.state.kind === 'done' ? repair.before : null)
  const isOfThis = chosen?.photo === undefined || chosen.photo === id
  const place = placeOf(others, isOfThis ? chosen : null)
  const shownFor = useStore(documentsShownFor)
  // Those of one photo, or, by a choice in Settings, all of them once they were asked for.
  const areDocumentsShown = shownFor !== null && (documents === 'session' || shownFor === id)
  const isCovered = others[place]?.document != null && !areDocumentsShown
  const isApart = isComparing && !isCovered && others[place]?.document != null
  // Of two that are zoomed apart, the one that keys and buttons are for.
  const [aimed, aim] = useStateOf<Side>(`${id} ${place}`, 'other')
  const side = isApart ? aimed : null
  const level = useStore((side === 'other' ? documentZoom : zoom).level)
  const isOriginal = photo?.original != null && isOriginalWanted && !isComparing

  function choose(next: number, of: { photo?: number | null } = {}) {
    const other = others[next]
    if (!other) return say('There is nothing else to compare with.')
    setChosen({ name: other.name, place: next, ...of })
    say(`Compared with: ${other.name}.`, { isOnlyHeard: true })
  }

  function uncover() {
    if (id !== null) documentsShownFor.set(id)
  }

  function closeComparison() {
    setIsComparing(false)
    // Opened again, it begins at the first document.
    setChosen((last) => (last?.photo === undefined ? last : null))
    zoom.show('fit')
  }

  return {
    /** Of what keys and buttons are for. */
    zoom: side === 'other' ? documentZoom : zoom,
    level,
    zooms: { photo: zoom, other: isApart ? documentZoom : zoom },
    /** Which of two that are zoomed apart that is; null where all are zoomed as one. */
    side,
    aim,
    isOriginal,
    /** What of the picture is not as it is. */
    mark: light !== null ? lights[light].mark : isOriginal ? 'Original' : '',
    areGuidesOn,
    toggleGuides() {
      guidesOn.set(!areGuidesOn)
      if (areGuidesOn) say('Guides off.', { isOnlyHeard: true })
    },
    light,
    changeLight() {
      if (id === null) return
      const next = light === null ? 'shadows' : lights[light].next
      setLight(next)
      say(next === null ? 'The photo as it is.' : lights[next].words, { topic: 'light' })
    },
    /** Stays from photo to photo, until it is closed. */
    isComparing: isComparing && photo !== null,
    /** Takes the place of the photo's own heading while it is compared. */
    comparisonHeading,
    /** What the photo can be compared with, and which of it was chosen. */
    others,
    place,
    choose: (next: number) => choose(next),
    /** It is a document that nobody has asked for yet. */
    isCovered,
    uncover,
    flip() {
      if (photo?.original == null) return say('This photo has no original.')
      if (isComparing) return choose(others.findIndex(({ name }) => name === 'Original'))
      setIsOriginalWanted(!isOriginal)
      say(isOriginal ? 'The photo as it is now.' : 'The original, before editing.', { isOnlyHeard: true })
    },
    /** Opens the comparison, goes through what there is to compare with, a document uncovered first, and ends it. */
    compare() {
      // Of a photo that has not come it is not known what there is: nothing may be passed over unseen.
      if (id === null) return
      if (!isComparing) setIsComparing(true)
      else if (isCovered) uncover()
      else if (place + 1 < others.length) choose(place + 1, { photo: id })
      else closeComparison()
    },
    closeComparison,
  }
}
