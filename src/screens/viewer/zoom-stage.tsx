import { useEffect, useRef, type ReactNode } from 'react'
import type { Look } from '../../desk/look/use-look'

/** What can be zoomed and panned, in its well. Another `photoId` begins as it fits. */
export function ZoomStage({ look, photoId, children }: { look: Look; photoId: number; children: ReactNode }) {
  const { zoom } = look
  const stage = useRef<HTMLDivElement>(null)
  // The library works on the element itself.
  useEffect(() => (stage.current ? zoom.add(stage.current) : undefined), [zoom])
  useEffect(() => {
    if (photoId) zoom.show('fit')
  }, [zoom, photoId])
  return (
    <div className="picture-well h-full overflow-hidden">
      <div ref={stage} data-light={look.light ?? undefined} className="picture-well h-full w-full">
        {children}
      </div>
    </div>
  )
}
