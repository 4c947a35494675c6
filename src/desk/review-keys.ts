import { useEffect, useRef } from 'react'
import { isKey, type KeyName } from '../session/keys'
import { areLettersMeant, unmeantWords } from '../ui/meant-keys'
import { isCharacter, isPressed as isPressedKey, isWriting, useAreLettersOn } from '../session/pressed'
import { panByKey } from './look/pan-by-key'
import type { Look } from './look/use-look'
import { say } from '../ui/notice'
import type { Deciding } from './use-decide'
import { verdicts } from './verdicts/verdicts'

/** What the keys of the open photo do beside deciding. */
export type ReviewActions = { next: () => void; previous: () => void; close: () => void; look: Look }

/**
 * The keys of the open photo: all of them while the focus is in it, or nowhere; its letters wherever the focus is, but never
 * where something is written, behind a dialog, or before the person has come to it. A key that is held down browses on, and
 * decides once.
 *
 * @returns for the region that shows the photo; what happens beside it is heard on the window
 */
export function useReviewKeys(
  deciding: Deciding,
  { next, previous, close, look }: ReviewActions,
): (event: KeyboardEvent) => void {
  const areLettersOn = useAreLettersOn()
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWriting(event)) return
    const isPressed = (name: KeyName) => isKey(name, event, areLettersOn)
    const { openVerdict, closeForm } = deciding
    const isAsking = openVerdict !== null
    // In the form a letter that was meant for a field neither approves nor goes elsewhere.
    const decisions: [KeyName, () => void][] = isAsking
      ? []
      : [
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
    const browsing: [KeyName, () => void][] = isAsking
      ? [['close', closeForm]]
      : [
          ...looking,
          ['next', next],
          ['previous', previous],
          ['close', isZoomed ? () => look.zoom.show('fit') : look.isComparing ? look.closeComparison : close],
        ]
    // While zoomed the arrows move the photo, and J and K browse.
    if (isZoomed && !isAsking && panByKey(look.zoom, event)) return event.preventDefault()
    const verdict = (isAsking ? [openVerdict] : verdicts).find(({ key }) =>
      isPressedKey([key], event, areLettersOn),
    )
    const decision = verdict
      ? () => deciding.press(verdict)
      : decisions.find(([name]) => isPressed(name))?.[1]
    const action = decision ?? browsing.find(([name]) => isPressed(name))?.[1]
    if (!action) return
    // Arrows would scroll as well, Escape close what is around.
    event.preventDefault()
    if (isCharacter(event.key) && !areLettersMeant()) say(unmeantWords)
    else if (!event.repeat || isPressed('next') || isPressed('previous')) action()
  }

  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  // What has the focus may be anywhere on the page, or nothing.
  useEffect(() => {
    const onElsewhere = (event: KeyboardEvent) => {
      const { target } = event
      const isNowhere = target === document.body || target === document.documentElement
      if (!isNowhere && !isCharacter(event.key)) return
      if (document.querySelector('dialog[open]') === null) latest.current(event)
    }
    window.addEventListener('keydown', onElsewhere)
    return () => window.removeEventListener('keydown', onElsewhere)
  }, [])
  return onKey
}
