import type { Photo } from '../../cloudcard/photo'
import { Breakable } from '../../ui/breakable'
import { usePlace } from '../collection/collection-context'
import { useFailure, useHeldDecision } from '../../desk/decided'
import { DecisionMark } from '../../desk/decision-mark'
import { useIsSkipped } from '../../desk/skipped'
import { isListsOwn } from '../../fields/status'

/**
 * The link of a row, which opens the pane: whose photo it is, and the name where a detail was read.
 *
 * @param hasLineBelow something else stands below it
 */
export function RowLink({ photo, hasLineBelow }: { photo: Photo; hasLineBelow: boolean }) {
  const { link, names, listStatus, isStop, isOpen } = usePlace(photo.id)
  const name = hasLineBelow ? undefined : names?.get(photo.id)
  const isFailed = useFailure(photo.id) !== null
  const isSkipped = useIsSkipped(photo.id)
  const isMarked =
    useHeldDecision(photo.id) !== null || isFailed || isSkipped || !isListsOwn(photo.status, listStatus)
  const { email, username } = photo.cardholder
  const hasTwoLines = !name && !isMarked && !hasLineBelow
  return (
    <a
      href={link?.hrefOf(photo.id)}
      onClick={(event) => link?.onClick(event, photo.id)}
      // Dragged, its text is selected; Chromium wants to be told both.
      draggable={false}
      tabIndex={isStop ? 0 : -1}
      aria-current={isOpen ? 'true' : undefined}
      className="flex min-h-6 min-w-0 flex-1 select-text items-center self-stretch gap-x-2 rounded-row px-2 outline-offset-[-3px] after:absolute after:inset-0 @oneline/list:flex-col @oneline/list:items-stretch @oneline/list:justify-center @oneline/list:gap-x-0"
    >
      <span
        className={`relative z-1 truncate text-base leading-5 @twoline/list:text-sm ${isOpen ? 'font-semibold' : ''} ${
          hasTwoLines
            ? 'wrap-anywhere [&_wbr]:hidden @oneline/list:line-clamp-2 @oneline/list:whitespace-normal @oneline/list:[&_wbr]:inline'
            : '[&_wbr]:hidden'
        }`}
      >
        <Breakable text={email || username || `Photo ${photo.id}`} />
      </span>{' '}
      {(name || isMarked) && (
        <span className="relative z-1 flex max-w-[55%] min-w-0 shrink-0 gap-2 @twoline/list:max-w-full @twoline/list:shrink-[99] text-xs text-text-2">
          {isMarked && <DecisionMark photoId={photo.id} status={photo.status} listStatus={listStatus} />}{' '}
          {name && <bdi className="hidden truncate @twoline/list:inline">{name}</bdi>}
        </span>
      )}
    </a>
  )
}
