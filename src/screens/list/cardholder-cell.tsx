import type { Photo } from '../../cloudcard/photo'
import { undoWanted, useHeldDecision } from '../../desk/decided'
import { canUndo } from '../../desk/held-decision'
import { RowLink } from './row-link'
import { PlaceButton } from '../collection/place-button'
import { problemWords, usePicture } from '../../picture/use-picture'

/** Who it is, as the row's link, and what is wrong with the picture. */
export function CardholderCell({ photo }: { photo: Photo }) {
  const { problem, retry } = usePicture(photo.picture)
  const held = useHeldDecision(photo.id)
  return (
    <>
      <RowLink photo={photo} hasLineBelow={problem !== null && !held} />
      {held && canUndo(held) && (
        <PlaceButton photoId={photo.id} onPress={() => undoWanted.set(held.key)} className={buttonClass}>
          Undo
        </PlaceButton>
      )}
      {problem && !held && (
        // Below the e-mail it takes no room from it: nothing moves when a picture turns out to be dead.
        <span className="flex max-w-[60%] shrink-0 items-center gap-2 pr-3 text-xs font-normal text-text-2 @oneline/list:-mt-1 @oneline/list:-mb-3 @oneline/list:h-4 @oneline/list:max-w-full @oneline/list:basis-full @oneline/list:px-2">
          <span className="truncate">{problemWords(problem).short}</span>
          {retry && (
            <PlaceButton photoId={photo.id} onPress={retry} className={buttonClass}>
              Retry
            </PlaceButton>
          )}
        </span>
      )}
    </>
  )
}

const buttonClass = 'mr-2 shrink-0 px-1 font-normal'
