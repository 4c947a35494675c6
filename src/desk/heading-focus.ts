import { useLayoutEffect, type RefObject } from 'react'
import { currentId } from './repair/replaced'

/** Of the open photo, where there is one. */
let open: { heading: RefObject<HTMLElement | null>; photoId: number | null } | null = null
/** The photo that is shown next takes the focus. */
let isWanted = false

/** After a decision, or an undo: the focus goes to the heading of a photo (null: of the next one), now or once it is shown. */
export function focusHeading(photoId: number | null): void {
  isWanted = open === null || open.photoId !== photoId
  // Until it comes, the focus is not left on a button that may go away.
  open?.heading.current?.focus({ preventScroll: true })
}

/** Whether it is the photo that somebody has open, also where that was opened by an older number. */
export const isOpenPhoto = (photoId: number): boolean =>
  open !== null && open.photoId !== null && currentId(open.photoId) === photoId

/** What had the focus goes away: it goes to the open photo, else to the heading of the page. */
export function focusOpenHeading(): void {
  const heading = open?.heading.current ?? document.querySelector('h1')
  heading?.focus({ preventScroll: true })
}

/** For the heading of the open photo. It stays the same element from photo to photo, and so keeps the focus it has. */
export function useHeadingFocus(heading: RefObject<HTMLElement | null>, photoId: number | null): void {
  // Before anything is painted: else the focus would be nowhere for a moment.
  useLayoutEffect(() => {
    open = { heading, photoId }
    if (isWanted && photoId !== null) {
      isWanted = false
      heading.current?.focus({ preventScroll: true })
    }
    return () => {
      open = null
    }
  }, [heading, photoId])
}
