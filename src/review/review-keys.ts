import type { KeyboardEvent } from 'react'
import { isKey, isWriting, useAreLettersOn, type KeyName } from '../session/keys'
import type { Deciding } from './use-decide'

/** What the keys of the open photo do beside deciding. */
export type ReviewActions = { next: () => void; previous: () => void; close: () => void }

/**
 * The keys of the open photo, for the region that shows it: they work while the focus is in it, and never where something
 * is written. A key that is held down browses on, and decides once.
 */
export function useReviewKeys(deciding: Deciding, { next, previous, close }: ReviewActions) {
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
    const browsing: [KeyName, () => void][] = isDenying
      ? [['close', closeDenial]]
      : [
          ['next', next],
          ['previous', previous],
          ['close', close],
        ]
    const decision = decisions.find(([name]) => isPressed(name))?.[1]
    const action = decision ?? browsing.find(([name]) => isPressed(name))?.[1]
    if (!action) return
    // Arrows would scroll as well, Escape close what is around.
    event.preventDefault()
    if (!event.repeat || !decision) action()
  }
}
