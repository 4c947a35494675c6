import type { ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { undoDecision, useHeldDecision } from '../../desk/decided'
import { onMeantPress } from '../../desk/meant-press'
import { canUndo } from '../../desk/held-decision'
import { RowLink } from './row-link'
import { rowLinkId, useRowLink } from './row-links'
import { problemWords, usePicture } from '../../picture/use-picture'

/** Who it is, as the row's link, and what is wrong with the picture. */
export function CardholderCell({ photo }: { photo: Photo }) {
  const { problem, retry } = usePicture(photo.picture)
  const { isStop } = useRowLink(photo.id)
  const held = useHeldDecision(photo.id)
  return (
    <>
      <RowLink photo={photo} hasLineBelow={problem !== null && !held} />
      {held && canUndo(held) && (
        <RowButton isStop={isStop} photoId={photo.id} onClick={() => undoDecision(held.key)}>
          Undo
        </RowButton>
      )}
      {problem && !held && (
        // Below the e-mail it takes no room from it: nothing moves when a picture turns out to be dead.
        <span className="flex max-w-[60%] shrink-0 items-center gap-2 pr-3 text-xs font-normal text-text-2 @oneline/list:-mt-1 @oneline/list:-mb-3 @oneline/list:h-4 @oneline/list:max-w-full @oneline/list:basis-full @oneline/list:px-2">
          <span className="truncate">{problemWords(problem).short}</span>
          {retry && (
            <RowButton isStop={isStop} photoId={photo.id} onClick={retry}>
              Retry
            </RowButton>
          )}
        </span>
      )}
    </>
  )
}

/** A button of a row, which goes away when it is pressed. */
function RowButton({
  isStop,
  photoId,
  onClick,
  children,
}: {
  isStop: boolean
  photoId: number
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      // The table is one tab stop: only the row one stands on can be entered further.
      tabIndex={isStop ? 0 : -1}
      onClick={onMeantPress(() => {
        // The focus stays in its row.
        document.getElementById(rowLinkId(photoId))?.focus({ preventScroll: true })
        onClick()
      })}
      className="mr-2 min-h-6 shrink-0 px-1 text-xs font-normal text-accent"
    >
      {children}
    </button>
  )
}
