import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  type RefObject,
} from 'react'
import type { Photo } from '../../cloudcard/photo'
import { createStore } from '../../base/store'
import { useFastScroll } from '../../picture/fast-scroll'
import { firstPhoto, photoAt, type PhotoRows } from '../../photos/photo-rows'
import type { PhotoSearch, Sort } from '../../photos/photo-search'
import { isModified } from '../../session/pressed'
import { forwardClick } from '../../ui/text-click'
import { focusableOf, placeAt, type Places, type Shared } from './collection-context'
import { useLines, type LineShape } from './use-lines'

/** Indexes count from 0 on this page. */
export type CollectionHandle = {
  /** null: where one stood last. */
  focusPhoto: (photoId: number | null) => void
  firstInSight: () => number
  scrollTo: (index: number) => void
}

/** What the list gives to each of its layouts. */
export type ListLayoutProps = {
  caption: string
  search: PhotoSearch
  /** Opens a photo in the pane; it must stay the same function while photos are stepped through. */
  onOpen: (photoId: number) => void
  rows: PhotoRows
  isBusy: boolean
  onSort: (sort: Sort | null) => void
  ref: Ref<CollectionHandle>
}

export type Collection = ReturnType<typeof useCollection>

/**
 * Photos, however many: only those in sight are drawn. All of them are one tab stop, arrow keys move among them, the space bar
 * chooses. The layouts draw them, each place with its `data-index`.
 *
 * @param onEnter what Enter does; where it is a link, the browser does it
 * @param step where a key leads from a place; null for a key that is not ours
 */
export function useCollection(
  scroller: RefObject<HTMLElement | null>,
  {
    rows,
    openPhoto,
    shape,
    onEnter,
    step,
    ref,
    link,
    onPick,
    listStatus,
    names,
    judging,
  }: Shared & {
    rows: PhotoRows
    openPhoto: number | null
    shape: LineShape
    onEnter?: ((photo: Photo, isRange: boolean) => void) | undefined
    step: (event: KeyboardEvent, from: number, linesInSight: () => number) => number | null
    ref?: Ref<CollectionHandle> | undefined
  },
) {
  const [places] = useState(() => createStore<Places>({ stop: null, open: null }))
  const [stopIndex, setStopIndex] = useState(0)
  const lines = useLines(scroller, rows.count, stopIndex, shape)
  const isFast = useFastScroll(scroller)
  const shared = useMemo(
    () => ({ link, onPick, listStatus, names, judging, places }),
    [link, onPick, listStatus, names, judging, places],
  )

  function stopAt(index: number) {
    setStopIndex(index)
    places.set({ ...places.get(), stop: placeAt(rows, index) })
  }

  // What is not drawn yet, as in a list that was hidden behind the pane, takes the focus once it is, unless that has gone on.
  const awaited = useRef<{ index: number; from: Element | null } | null>(null)
  function focusAwaited() {
    const { index, from } = awaited.current ?? {}
    if (index === undefined) return
    const target = focusableOf(scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`))
    if (!target) return
    awaited.current = null
    if (document.activeElement !== document.body && document.activeElement !== from) return
    target.focus({ preventScroll: true })
    // A window that is low scrolls around the collection too.
    target.scrollIntoView({ block: 'nearest' })
  }
  useLayoutEffect(focusAwaited)

  function focus(index: number) {
    awaited.current = { index, from: document.activeElement }
    stopAt(index)
    lines.bringIntoSight(index)
    focusAwaited()
  }

  useImperativeHandle(ref, () => ({
    firstInSight: lines.firstInSight,
    scrollTo: lines.scrollTo,
    focusPhoto(photoId) {
      const index = photoId === null ? stopIndex : rows.indexOf(photoId)
      focus(index < 0 ? firstPhoto(rows) : index)
    },
  }))

  // The tab stop follows the open photo; else it stays where it was, or goes to the first photo of new rows.
  useLayoutEffect(() => {
    const { stop } = places.get()
    const known = [openPhoto, stop].map((place) => (typeof place === 'number' ? rows.indexOf(place) : -1))
    const index = known.find((index) => index >= 0) ?? firstPhoto(rows)
    setStopIndex(index)
    places.set({ stop: placeAt(rows, index), open: openPhoto })
  }, [openPhoto, rows, places])

  // The open photo is kept in sight, also when the pane beside it leaves less room, but nothing moves under the hand that scrolls.
  useEffect(() => {
    const open = openPhoto === null ? -1 : rows.indexOf(openPhoto)
    if (open >= 0) lines.bringIntoSight(open)
    // oxlint-disable-next-line react/exhaustive-deps
  }, [openPhoto, rows, shape.perLine])

  function onKeyDown(event: KeyboardEvent) {
    const { key, target, nativeEvent, shiftKey, repeat } = event
    const photo = photoAt(rows, stopIndex)
    // A button has its own.
    const act = key === ' ' ? onPick : key === 'Enter' ? onEnter : undefined
    if (act !== undefined && !(target instanceof HTMLButtonElement) && !isModified(nativeEvent)) {
      event.preventDefault()
      if (photo && !repeat) act?.(photo, shiftKey)
      return
    }
    const index = step(event, stopIndex, lines.linesInSight)
    if (index === null) return
    event.preventDefault()
    focus(index)
  }

  return {
    shared,
    lines,
    isFast,
    /** For the element that the places stand in. */
    body: {
      onKeyDown,
      onClick: (event: MouseEvent) => {
        if (link) forwardClick(event, (event.target as Element).closest('[data-index]'))
      },
      onFocus: ({ target }: FocusEvent) => {
        const place = target.closest<HTMLElement>('[data-index]')
        if (place) stopAt(Number(place.dataset['index']))
      },
      style: { height: lines.totalHeight },
    },
  }
}
