import { memo, useId } from 'react'
import type { Photo, UnreadableRow } from '../../cloudcard/photo'
import { Icon } from '../../ui/icon'
import { checksOf } from '../../fields/checks'
import { ScoreText } from '../../fields/score-text'
import { undoWanted, useHeldDecision } from '../../desk/ledger/decided'
import { DecisionMark } from '../../desk/decision-mark'
import { canUndo } from '../../desk/ledger/held-decision'
import { lookOf, noteLookedAt, useIsLookedAt } from '../../desk/looked-at'
import { useIsSelected } from '../../desk/selection'
import { BoxedImage } from '../../picture/boxed-image'
import { usePicture } from '../../picture/use-picture'
import { PlaceButton, usePlace } from '../collection/collection-context'
import { SelectBox } from '../collection/selecting'

type Place = {
  /** From 0 on this page. */
  index: number
  /** From 1. */
  column: number
}

const tileClass = 'relative min-w-0 rounded-control p-(--tile-padding) -outline-offset-2'
const buttonClass = 'relative z-1 rounded-row bg-surface px-1.5'

/** One photo of the grid: the picture, and beneath it score, name or ID number, and what is being decided or to be looked at. */
export const Tile = memo(function Tile({
  photo,
  knownName,
  index,
  column,
  isLazy,
}: Place & {
  photo: Photo
  /** Of the cardholder, where a detail was read. */
  knownName: string | undefined
  isLazy: boolean
}) {
  const id = useId()
  const { office, addressOf, onPick, judging, isStop, isOpen } = usePlace(photo.id)
  const held = useHeldDecision(photo.id)
  const isSelected = useIsSelected(photo.id)
  const { email, username, identifier } = photo.cardholder
  const name = email || username || `Photo ${photo.id}`
  const note = judging?.noteOf(photo)
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      // What is seen of it: what is wrong with the picture too.
      aria-labelledby={`${id}picture ${id}`}
      aria-selected={onPick ? isSelected : undefined}
      aria-current={isOpen || undefined}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      className={`${tileClass} ${onPick && isSelected ? 'bg-selected' : addressOf ? 'hover:bg-hover' : ''} ${
        isOpen ? 'bg-selected ring-2 ring-accent ring-inset' : ''
      }`}
    >
      <TilePicture id={`${id}picture`} photo={photo} isLazy={isLazy} />
      <div
        id={id}
        className={`@container/tile h-(--tile-caption) pt-1 print:h-auto ${addressOf ? 'relative z-1' : ''}`}
      >
        <span className="sr-only print:not-sr-only print:block print:truncate">
          {identifier || knownName ? `${name}, ` : ''}
        </span>
        <span className="flex h-5 items-center gap-1">
          <span className="min-w-0 flex-1 truncate">
            <ScoreText score={photo.score} thresholds={office} />
          </span>
          {judging && <LookMark photo={photo} />}
        </span>{' '}
        <span className="flex h-4 gap-2 text-xs text-text-2">
          {knownName && <bdi className="min-w-0 shrink truncate">{knownName}</bdi>}{' '}
          {/* Where both have no room, the ID number stands beside the open photo. */}
          <span className={knownName ? 'shrink-0 @max-[11rem]/tile:sr-only' : 'truncate'}>
            {identifier || (knownName ? '' : name)}
          </span>
        </span>{' '}
        <span className="block h-4 truncate text-xs text-text-2">
          {note || (
            <span className="flex gap-2">
              <span className="max-w-full shrink-0">
                <DecisionMark photo={photo} listStatus="" />
              </span>
              {held === null && (
                <span className="truncate @max-[7.5rem]/tile:sr-only">{checkWords(photo)}</span>
              )}
            </span>
          )}
        </span>
      </div>
      {addressOf && (
        <a
          href={addressOf(photo.id)}
          draggable={false}
          tabIndex={-1}
          className="absolute inset-0 rounded-control"
        >
          <span className="sr-only">{name}</span>
        </a>
      )}
      {onPick && (
        <span className={addressOf ? 'absolute top-1.5 left-1.5 size-8' : 'absolute inset-0'}>
          <SelectBox
            photo={photo}
            onPick={onPick}
            look={addressOf ? 'size-5' : 'absolute top-3 left-3 size-5'}
          />
        </span>
      )}
      {held && canUndo(held) && (
        <span className="absolute top-1.5 right-1.5">
          <PlaceButton photoId={photo.id} onPress={() => undoWanted.set(held.key)} className={buttonClass}>
            Undo
          </PlaceButton>
        </span>
      )}
    </div>
  )
})

/** The picture of a tile; its box has its size before the picture comes, and says what is wrong where none does. */
function TilePicture({ id, photo, isLazy }: { id: string; photo: Photo; isLazy: boolean }) {
  const shown = usePicture(photo.picture)
  const { problem, retry } = shown
  return (
    <span
      id={id}
      className="@container/picture grid aspect-[3/4] w-full place-items-center overflow-hidden bg-well text-text-2"
    >
      {problem ? (
        <span className="grid w-full justify-items-center gap-1 p-1 text-center text-xs">
          {/* The smallest tiles, of a phone, have room for the words or for the button. */}
          <Icon name="picture" className="size-4 @max-[4.5rem]/picture:hidden" />
          <span
            className={`line-clamp-3 w-full wrap-anywhere ${retry ? '@max-[4.5rem]/picture:sr-only' : ''}`}
          >
            {problem.short}
          </span>
          {retry && (
            <PlaceButton photoId={photo.id} onPress={retry} className={buttonClass}>
              Retry
            </PlaceButton>
          )}
        </span>
      ) : (
        <BoxedImage
          picture={photo.picture}
          shown={shown}
          isLazy={isLazy}
          look={lookOf(photo)}
          onLook={(looked) => looked === 'looked-at' && noteLookedAt([photo])}
          slowWords={<span className="col-start-1 row-start-1 text-xs">Loading…</span>}
        />
      )}
    </span>
  )
}

function LookMark({ photo }: { photo: Photo }) {
  if (!useIsLookedAt(photo)) return null
  return (
    <>
      <Icon name="check" className="size-4 shrink-0 text-text-2" />
      <span className="sr-only">, looked at</span>
    </>
  )
}

/** As many as there is a line for; the pane says them all. */
function checkWords(photo: Photo): string {
  const checks = checksOf(photo)
  return checks.length > 1 ? `${checks.length} checks` : (checks[0] ?? '')
}

/** Keeps the place of a row that could not be read, so that no photo goes missing silently. */
export function UnreadableTile({ row, index, column }: Place & { row: UnreadableRow }) {
  const { isStop } = usePlace(`row ${index}`)
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      className={tileClass}
    >
      <span className="grid aspect-[3/4] w-full place-items-center bg-well text-text-2">
        <Icon name="warning" />
      </span>
      <span className="block truncate pt-1">Unreadable photo{row.id !== null && ` ${row.id}`}</span>
      <span className="line-clamp-2 text-xs text-text-2">{row.reason}</span>
    </div>
  )
}
