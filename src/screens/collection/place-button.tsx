import type { MouseEvent, ReactNode } from 'react'
import { onMeantPress } from '../../ui/meant-press'
import { focusableOf, usePlace } from './collection-context'

/** A button of a row or a tile, which goes away when it is pressed. */
export function PlaceButton({
  photoId,
  onPress,
  className,
  children,
}: {
  photoId: number
  onPress: () => void
  className: string
  children: ReactNode
}) {
  const { isStop } = usePlace(photoId)
  function press(event: MouseEvent<HTMLElement>) {
    const place = event.currentTarget.closest<HTMLElement>('[data-index]')
    const onMeant = onMeantPress(() => {
      // The focus stays in its place.
      focusableOf(place)?.focus({ preventScroll: true })
      onPress()
    })
    onMeant(event)
  }
  return (
    <button
      type="button"
      // The collection is one tab stop: only the place one stands on can be entered further.
      tabIndex={isStop ? 0 : -1}
      onClick={press}
      className={`min-h-6 text-xs text-accent ${className}`}
    >
      {children}
    </button>
  )
}
