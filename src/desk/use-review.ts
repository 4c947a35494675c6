import { useEffect, type RefObject } from 'react'
import type { Photo } from '../cloudcard/photo'
import type { Looked } from '../picture/use-look-at'
import { isCharacter, isWriting, pressedKey, type Pressed } from '../session/pressed'
import { areLettersMeant, unmeantWords } from '../ui/meant-keys'
import { say } from '../ui/notice'
import { useStateOf } from '../ui/use-state-of'
import { useWindowEvent } from '../ui/use-window-event'
import type { PhotoContext } from './commands/command'
import { commands } from './commands/commands'
import { useHeadingFocus } from './heading-focus'
import { useLook } from './look/use-look'
import { lookOf, noteLookedAt } from './looked-at'
import { useRepairing } from './use-repairing'
import { useDecide } from './use-decide'
import { verdicts } from './verdicts/verdicts'

type Options = {
  /** Takes the focus after a decision. */
  heading: RefObject<HTMLElement | null>
  /** To the next photo, after a decision. */
  goOn: () => void
} & Pick<PhotoContext, 'next' | 'previous' | 'close'>

/**
 * All that one can do with the open photo, beside the list and on its own page: the same buttons and the same keys.
 *
 * @param photo null while it is not known
 */
export function useReview(id: number, photo: Photo | null, { heading, goOn, ...browsing }: Options) {
  // Having looked at it before is not enough: another photo begins anew, so that what was pressed for the last one does not
  // decide this one.
  const [looked, setLooked] = useStateOf<Looked | null>(photo && lookOf(photo), null)
  const deciding = useDecide(photo, looked, goOn)
  const repairing = useRepairing(photo)
  const look = useLook(photo, repairing.repair)
  // A form is there before its key is pressed: what is typed on is meant for it.
  useEffect(() => verdicts.forEach(({ form }) => void form?.Form.load()), [])
  const context: PhotoContext = { photo, deciding, look, repairing, ...browsing }
  const onKey = useReviewKeys(context)
  useHeadingFocus(look.isComparing ? look.comparisonHeading : heading, id)
  return {
    deciding,
    look,
    repairing,
    /** For the buttons of the commands. */
    context,
    /** How far it has come with looking at the photo itself, and to be told of it. */
    looked,
    onLook(looked: Looked) {
      if (!photo) return
      if (looked === 'looked-at') noteLookedAt([photo])
      setLooked(looked)
    },
    /** For the region that shows the photo. */
    onKeyDown(event: { nativeEvent: KeyboardEvent; preventDefault: () => void }) {
      onKey(event.nativeEvent)
      // React's own event does not hear of it: what is around would take the key as well.
      if (event.nativeEvent.defaultPrevented) event.preventDefault()
    },
  }
}

const isOnControl = ({ target }: Event) =>
  target instanceof Element && target.closest('a, button, summary, input, select, [role=slider]') !== null

/**
 * The keys of the open photo: all of them while the focus is in it, or nowhere; its letters wherever the focus is, but never
 * where something is written, behind a dialog, or before the person has come to it. A key that is held down browses on, and
 * decides once.
 *
 * @returns for the region that shows the photo; what happens beside it is heard on the window
 */
function useReviewKeys(context: PhotoContext): (event: KeyboardEvent) => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isWriting(event)) return
    // Enter is for what has the focus, where that can be pressed.
    if (event.key === 'Enter' && isOnControl(event)) return
    const asked = askedBy(event, context)
    if (!asked) return
    // Arrows would scroll as well, Escape close what is around.
    event.preventDefault()
    if (isCharacter(event.key) && !areLettersMeant()) say(unmeantWords)
    else if (!event.repeat || asked.isRepeated) asked.run()
  }

  // What has the focus may be anywhere on the page, or nothing.
  useWindowEvent('keydown', (event) => {
    const { target } = event
    const isNowhere = target === document.body || target === document.documentElement
    if (!isNowhere && !isCharacter(event.key)) return
    if (document.querySelector('dialog[open]') === null) onKey(event)
  })
  return onKey
}

/** The command that a key asks for in the open photo; undefined for a key that is not ours there. */
function askedBy(event: Pressed, context: PhotoContext) {
  const isAsking = context.deciding.openVerdict !== null
  // The narrower place stands later.
  const asked = commands.toReversed().flatMap((command) => {
    const { keys, where, run, isInForm, isChord } = command
    if (!run || isChord || !where.isHere(context) || (isAsking && !isInForm?.(context))) return []
    const key = pressedKey(keys, event)
    return key === null ? [] : [{ ...command, run: () => run(context, key) }]
  })
  // Where none is possible, the first one says itself what is in the way.
  return asked.find(({ isPossible }) => isPossible?.(context) !== false) ?? asked[0]
}
