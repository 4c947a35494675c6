import { useEffect, type KeyboardEvent, type RefObject } from 'react'
import type { Photo } from '../cloudcard/photo'
import type { Looked } from '../picture/use-look-at'
import type { PhotoContext } from './commands/command'
import { useHeadingFocus } from './heading-focus'
import { useLook, type Look } from './look/use-look'
import { useRepairing, type Repairing } from './repair/use-repairing'
import { useReviewKeys } from './review-keys'
import { useDecide, type Deciding } from './use-decide'
import { useSeen } from './use-seen'
import { verdicts } from './verdicts/verdicts'

export type Review = {
  deciding: Deciding
  look: Look
  repairing: Repairing
  /** For the buttons of the commands. */
  context: PhotoContext
  /** To be told how far it has come with looking at the photo itself. */
  onLook: (looked: Looked) => void
  /** For the region that shows the photo. */
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * All that one can do with the open photo, beside the list and on its own page: the same buttons and the same keys.
 *
 * @param photo null while it is not known
 * @param heading takes the focus after a decision
 */
export function useReview(
  id: number,
  photo: Photo | null,
  {
    address,
    heading,
    goOn,
    ...browsing
  }: {
    /** Of this photo, for coming back to it by Undo. */
    address: string
    heading: RefObject<HTMLElement | null>
    /** To the next photo, after a decision. */
    goOn: () => void
  } & Pick<PhotoContext, 'next' | 'previous' | 'close'>,
): Review {
  const { looked, onLook } = useSeen(photo)
  const deciding = useDecide(photo, { looked, address, onDecided: goOn })
  const repairing = useRepairing(photo)
  const look = useLook(photo, repairing.repair)
  // A form is there before its key is pressed: what is typed on is meant for it.
  useEffect(() => verdicts.forEach(({ form }) => void form?.Form.load()), [])
  const context: PhotoContext = { photo, deciding, look, repairing, ...browsing }
  const onKey = useReviewKeys(context)
  useHeadingFocus(look.isComparing ? look.comparisonHeading : heading, id)
  const onKeyDown = (event: KeyboardEvent) => {
    onKey(event.nativeEvent)
    // React's own event does not hear of it: what is around would take the key as well.
    if (event.nativeEvent.defaultPrevented) event.preventDefault()
  }
  return { deciding, look, repairing, context, onLook, onKeyDown }
}
