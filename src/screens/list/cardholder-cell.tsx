import type { Photo } from '../../cloudcard/photo'
import { undoWanted, useFailure, useHeldDecision } from '../../desk/ledger/decided'
import { DecisionMark } from '../../desk/decision-mark'
import { canUndo } from '../../desk/ledger/held-decision'
import { useRepair } from '../../desk/repair/repairs'
import { useIsSkipped } from '../../desk/skipped'
import { isListsOwn } from '../../fields/status'
import { usePicture } from '../../picture/use-picture'
import { Breakable } from '../../ui/breakable'
import { PlaceButton, usePlace } from '../collection/collection-context'

/** The link of a row: whose photo it is, and what became of it; and what is wrong with the picture. */
export function CardholderCell({ photo, name }: { photo: Photo; name: string | undefined }) {
  const { addressOf, listStatus, isStop, isOpen } = usePlace(photo.id)
  const { problem, retry } = usePicture(photo.picture)
  const held = useHeldDecision(photo.id)
  const isFailed = useFailure(photo.id) !== null
  const isSkipped = useIsSkipped(photo.id)
  const isRepairing = useRepair(photo.id)?.state.kind === 'working'
  const isMarked =
    held !== null || isFailed || isSkipped || isRepairing || !isListsOwn(photo.status, listStatus)
  const { email, username } = photo.cardholder
  const words = email || username || `Photo ${photo.id}`
  const hasLineBelow = problem !== null && !held
  const hasTwoLines = !name && !isMarked && !hasLineBelow
  return (
    <>
      <a
        href={addressOf?.(photo.id)}
        // Dragged, its text is selected; Chromium wants to be told that too.
        draggable={false}
        tabIndex={isStop ? 0 : -1}
        aria-current={isOpen ? 'true' : undefined}
        className="flex min-h-6 min-w-0 flex-1 select-text items-center self-stretch gap-x-2 rounded-row px-2 outline-offset-[-3px] after:absolute after:inset-0 @oneline/list:flex-col @oneline/list:items-stretch @oneline/list:justify-center @oneline/list:gap-x-0 threeline:grid threeline:grid-cols-[minmax(0,auto)_auto] threeline:min-h-9 threeline:content-center threeline:justify-start"
      >
        <span
          className={`relative z-1 truncate text-base leading-4.5 @twoline/list:text-sm @twoline/list:leading-5 ${isOpen ? 'font-semibold' : ''} ${
            hasTwoLines
              ? 'wrap-anywhere [&_wbr]:hidden @oneline/list:line-clamp-2 @oneline/list:whitespace-normal @oneline/list:[&_wbr]:inline'
              : ''
          }`}
        >
          {hasTwoLines ? <Breakable text={words} /> : words}
        </span>{' '}
        {(name || isMarked) && (
          // In three lines the name has one of its own, for which room is kept; else it stands beside the e-mail, which gives way.
          <span className="relative z-1 flex max-w-[55%] min-w-0 shrink-0 gap-2 text-xs text-text-2 @oneline/list:max-w-full threeline:contents">
            {isMarked && <DecisionMark photo={photo} listStatus={listStatus} />}{' '}
            {name && (
              <bdi
                className={`relative z-1 truncate threeline:col-span-2 threeline:col-start-1 threeline:leading-3.5 ${hasLineBelow ? '@oneline/list:hidden' : ''}`}
              >
                {name}
              </bdi>
            )}
          </span>
        )}
      </a>
      {held && canUndo(held) && (
        <PlaceButton photoId={photo.id} onPress={() => undoWanted.set(held.key)} className={buttonClass}>
          Undo
        </PlaceButton>
      )}
      {hasLineBelow && (
        // Below the e-mail it takes no room from it: nothing moves when a picture turns out to be dead.
        <span className="flex max-w-[60%] shrink-0 items-center gap-2 pr-3 text-xs font-normal text-text-2 @oneline/list:-mt-1 @oneline/list:-mb-3 @oneline/list:h-4 @oneline/list:max-w-full @oneline/list:basis-full @oneline/list:px-2">
          <span className="truncate">{problem.short}</span>
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
