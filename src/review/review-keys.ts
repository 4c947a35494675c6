import type { KeyboardEvent } from 'react'
import { isKey, type KeyName } from '../session/keys'
import { isWriting, useAreLettersOn } from '../session/pressed'
import { panByKey } from './look/pan-by-key'
import type { Look } from './look/use-look'
import type { Deciding } from './use-decide'

/** What the keys of the open photo do beside deciding. */
export type ReviewActions = { next: () => void; previous: () => void; close: () => void; look: Look }

/**
 * The keys of the open photo, for the region that shows it: they work while the focus is in it, and never where something
 * is written. A key that is held down browses on, and decides once.
 */
export function useReviewKeys(deciding: Deciding, { next, previous, close, look }: ReviewActions) {
  const areLettersOn = useAreLettersOn()
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWriting(event.nativeEvent)) return
    const isPressed = (name: KeyName) => isKey(name, event.nativeEvent, areLettersOn)
    const { isDenying, closeDenial } = deciding
    // In the form a letter that was meant for a field neither approves nor goes elsewhere.
    const decisions: [KeyName, () => void][] = isDenying
      ? [['deny', closeDenial]]
      : [
          ['approve', deciding.approve],
          ['deny', deciding.openDenial],
          ['skip', deciding.skip],
          ['undo', deciding.undo],
        ]
    const isZoomed = look.level !== 'fit'
    const looking: [KeyName, () => void][] = [
      ['zoom', look.zoom.cycle],
      ['zoomIn', () => look.zoom.zoomBy(1)],
      ['zoomOut', () => look.zoom.zoomBy(-1)],
      ['original', look.flip],
      ['compare', look.compare],
    ]
    const browsing: [KeyName, () => void][] = isDenying
      ? [['close', closeDenial]]
      : [
          ...looking,
          ['next', next],
          ['previous', previous],
          ['close', isZoomed ? () => look.zoom.show('fit') : look.isComparing ? look.closeComparison : close],
        ]
    // While zoomed the arrows move the photo, and J and K browse.
    if (isZoomed && !isDenying && panByKey(look.zoom, event.nativeEvent)) return event.preventDefault()
    const decision = decisions.find(([name]) => isPressed(name))?.[1]
    const action = decision ?? browsing.find(([name]) => isPressed(name))?.[1]
    if (!action) return
    // Arrows would scroll as well, Escape close what is around.
    event.preventDefault()
    if (!event.repeat || isPressed('next') || isPressed('previous')) action()
  }
}
