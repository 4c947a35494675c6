import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { address as shownAddress } from '../../base/address'
import { isApiError } from '../../cloudcard/api-error'
import { photoQuery } from '../../cloudcard/photos-query'
import { cardholderOf } from '../../desk/ledger/decision-words'
import { useReview } from '../../desk/use-review'
import { photoAt } from '../../photos/photo-rows'
import { useLastError } from '../../photos/use-last-error'
import type { PhotoList } from '../../photos/sources/photo-list'
import { useNeighbours, type Position } from '../../photos/sources/use-neighbours'
import { useDecodeAhead } from '../../picture/use-decode-ahead'

/** Where a photo is open: beside the list, or on its own page. */
type Place = {
  /** null: the address names none */
  id: number | null
  list: PhotoList
  /** Get a Photo is asked always; else only where the photo is not on the page of the list. */
  isWhole: boolean
  onGo: (target: { photo: number; page: number }) => void
  /** No photo follows that still waits. */
  onEnd: () => void
  onClose: () => void
}

export type Viewer = ReturnType<typeof useViewer>

/** An open photo: what is known of it, its neighbours, and all that one can do with it. The layouts say where that stands. */
export function useViewer({ id, list, isWhole, onGo, onEnd, onClose }: Place) {
  const heading = useRef<HTMLHeadingElement>(null)
  const row = list.isCurrent && id !== null ? photoAt(list.rows, list.rows.indexOf(id)) : null
  // The page is still being read: only then is it known whether the photo is on it.
  const isRowComing = !isWhole && !list.isCurrent && !list.reading.isError
  const isAsked = id !== null && (isWhole || (row === null && !isRowComing))
  const detail = useQuery({ ...photoQuery(id ?? 0), enabled: isAsked })
  const error = useLastError(detail)
  const isGone = id === null || (isAsked && isApiError(detail.error) && detail.error.kind === 'not-found')
  const failure = isAsked && !isGone ? error : null
  const read = detail.data?.photo ?? null
  // While it is read, the row of the list says already what it can.
  const photo = isGone || failure ? null : (row ?? read)

  const neighbours = useNeighbours(list, id, onGo, onEnd)
  const following = isWhole ? (neighbours.upcoming[0]?.id ?? null) : null
  useQuery({ ...photoQuery(following ?? 0), enabled: following !== null, meta: { isAhead: true } })
  useDecodeAhead(neighbours.upcoming)

  const review = useReview(id ?? 0, photo, {
    heading,
    goOn: () => neighbours.goOn(photo?.status),
    next: neighbours.next,
    previous: neighbours.previous,
    close: onClose,
  })

  // Whoever opens a photo reviews it: its keys work from here on, and a screen reader hears where one is.
  // A page that was loaded with it leaves the focus where the browser puts it.
  const isOpened = useRef(shownAddress.get().arrival !== 'load')
  useEffect(() => {
    if (isOpened.current) heading.current?.focus({ preventScroll: true })
  }, [])
  // Of a photo that is not there the page has another heading: its own goes, and takes the focus along.
  useEffect(() => {
    if (isGone && isWhole && isOpened.current) document.querySelector('h1')?.focus()
  }, [isGone, isWhole])

  return {
    ...review,
    photo,
    /** Takes the focus after a decision. */
    heading,
    /** Of the photo, above it and for its picture. */
    name: photo && !isWhole ? `Photo of ${cardholderOf(photo)}` : `Photo ${photo?.id ?? id}`,
    detail: detail.data,
    failure,
    isGone,
    isReading: detail.isFetching || isRowComing,
    retry: () => void detail.refetch(),
    neighbours,
    position: positionText(neighbours.position, list.total?.total ?? null),
  }
}

/** The place in the queue, among those that are left. */
function positionText(position: Position | null, total: number | null): string {
  if (position === null) return ''
  if (position === 'decided') return 'Decided'
  const place = position.toLocaleString('en')
  return total === null ? place : `${place} of ${total.toLocaleString('en')}`
}
