import type { ReactNode } from 'react'
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
  return (
    <button
      type="button"
      // The collection is one tab stop: only the place one stands on can be entered further.
      tabIndex={isStop ? 0 : -1}
      onClick={onMeantPress(({ currentTarget }) => {
        // The focus stays in its place.
        focusableOf(currentTarget.closest<HTMLElement>('[data-index]'))?.focus({ preventScroll: true })
        onPress()
      })}
      className={`min-h-6 text-xs text-accent ${className}`}
    >
      {children}
    </button>
  )
}
