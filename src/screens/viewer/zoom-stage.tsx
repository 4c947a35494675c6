import { useEffect, useRef, type ReactNode } from 'react'
import type { Look } from '../../desk/look/use-look'

/**
 * What can be zoomed and panned, in its well. Another `photoId` begins as it fits. Where what the photo is compared with is zoomed
 * by itself, keys are meant for what was pointed at last, or has the focus.
 */
export function ZoomStage({
  look,
  photoId,
  of = 'photo',
  children,
}: {
  look: Look
  photoId: number
  of?: keyof Look['zooms']
  children: ReactNode
}) {
  const zoom = look.zooms[of]
  const stage = useRef<HTMLDivElement>(null)
  // The library works on the element itself.
  useEffect(() => (stage.current ? zoom.add(stage.current) : undefined), [zoom])
  useEffect(() => {
    if (photoId) zoom.show('fit')
  }, [zoom, photoId])
  const isApart = look.side !== null
  const aim = isApart ? () => look.aim(of) : undefined
  return (
    <div
      {...(isApart && { role: 'group', tabIndex: 0, 'aria-label': sideNames[of] })}
      onFocus={aim}
      onPointerDownCapture={aim}
      onWheel={aim}
      className="picture-well h-full overflow-hidden"
    >
      <div ref={stage} data-light={look.light ?? undefined} className="picture-well h-full w-full">
        {children}
      </div>
    </div>
  )
}

export const sideNames = { photo: 'Photo', other: 'Document' }
