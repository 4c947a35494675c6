import { memo, useCallback, useEffect, useRef, type ComponentProps } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { Icon } from '../../ui/icon'
import { cardholderOf } from '../../desk/ledger/decision-words'
import { isDecidable } from '../../desk/verdicts/verdicts'
import { rangeAnchor, select, selection, useIsSelected, useOfSelection } from '../../desk/selection'
import { photoAt, photosBetween, type PhotoRows } from '../../photos/photo-rows'
import { useMayDecide } from '../../session/session'

/** Chooses a photo or lets it go; as a range, all from the last one to this, in the order of the list. */
export type PickPhoto = (photo: Photo, isRange: boolean) => void

/** Whether photos of a list are chosen, to be decided together. */
export const useMayPick = (listStatus: string): boolean => useMayDecide() && isDecidable(listStatus)

/** It stays the same function, whatever rows are shown. */
export function usePick(rows: PhotoRows): PickPhoto {
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  })
  return useCallback((photo, isRange) => {
    const rows = latest.current
    const anchor = isRange ? rangeAnchor() : null
    const from = anchor === null ? -1 : rows.indexOf(anchor)
    const to = rows.indexOf(photo.id)
    const photos = from < 0 || to < 0 ? [photo] : photosBetween(rows, from, to)
    select(photos, !selection.has(photo.id), photo.id)
  }, [])
}

/** Chooses a photo to be decided with others. It is no tab stop: the space bar does the same where the focus is. */
export function SelectBox({ photo, onPick, look = '' }: { photo: Photo; onPick: PickPhoto; look?: string }) {
  const isSelected = useIsSelected(photo.id)
  if (!isDecidable(photo.status)) return null
  return (
    <Box
      aria-label={`Select ${cardholderOf(photo)}`}
      checked={isSelected}
      onClick={({ shiftKey }) => onPick(photo, shiftKey)}
      tabIndex={-1}
      look={look}
    />
  )
}

/** All that are shown on this page, which may be thousands: they are not looked through each time the list scrolls. */
export const SelectPageBox = memo(function SelectPageBox({ rows }: { rows: PhotoRows }) {
  const state = useOfSelection((selection) => stateOf(rows, selection))
  return (
    <Box
      aria-label="Select all on this page"
      checked={state === 'all'}
      isMixed={state === 'some'}
      onClick={() => select(photosBetween(rows, 0, rows.count - 1), state !== 'all')}
    />
  )
})

function stateOf(rows: PhotoRows, selection: ReadonlyMap<number, Photo>): 'none' | 'some' | 'all' {
  if (selection.size === 0) return 'none'
  let [isAny, isOther] = [false, false]
  for (let index = 0; index < rows.count && !(isAny && isOther); index++) {
    const photo = photoAt(rows, index)
    if (!photo || !isDecidable(photo.status)) continue
    if (selection.has(photo.id)) isAny = true
    else isOther = true
  }
  return isAny ? (isOther ? 'some' : 'all') : 'none'
}

type BoxProps = ComponentProps<'input'> & { isMixed?: boolean; look?: string }

function Box({ isMixed = false, look = '', ...input }: BoxProps) {
  return (
    <span className="relative grid size-full place-items-center print:invisible">
      <input
        {...input}
        ref={(element) => {
          // There is no attribute for it.
          if (element) element.indeterminate = isMixed
        }}
        type="checkbox"
        readOnly
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
      />
      <span
        aria-hidden="true"
        className={`pointer-events-none grid size-4 place-items-center rounded-box border border-control bg-surface outline-offset-2 outline-accent peer-checked:border-accent-fill peer-checked:bg-accent-fill peer-indeterminate:border-accent-fill peer-focus-visible:outline-2 ${look}`}
      >
        {isMixed ? (
          <span className="h-0.5 w-2 bg-accent forced-colors:bg-[CanvasText]" />
        ) : (
          input.checked && (
            <Icon name="check" className="size-3 text-on-accent forced-colors:text-[CanvasText]" />
          )
        )}
      </span>
    </span>
  )
}
