import type { Photo } from '../../api/photo'
import { RowLink } from './row-link'
import { rowLinkId, useRowLink } from './row-links'
import { problemWords, usePicture } from '../../photo/picture/use-picture'

/** Who it is, as the row's link, and what is wrong with the picture. */
export function CardholderCell({ photo }: { photo: Photo }) {
  const { problem, retry } = usePicture(photo.picture)
  const { isStop } = useRowLink(photo.id)
  return (
    <>
      <RowLink photo={photo} />
      {problem && (
        <span className="flex max-w-[55%] shrink-0 items-center gap-2 text-xs font-normal text-text-2">
          <span className="truncate">{problemWords(problem).short}</span>
          {retry && (
            <button
              type="button"
              // The table is one tab stop: only the row one stands on can be entered further.
              tabIndex={isStop ? 0 : -1}
              onClick={() => {
                // The button goes with the problem; the focus stays in its row.
                document.getElementById(rowLinkId(photo.id))?.focus({ preventScroll: true })
                retry()
              }}
              className="min-h-6 shrink-0 px-1 text-accent"
            >
              Retry
            </button>
          )}
        </span>
      )}
    </>
  )
}
