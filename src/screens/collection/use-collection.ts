import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  type RefObject,
} from 'react'
import type { Photo } from '../../cloudcard/photo'
import { afterPaint } from '../../base/after-paint'
import { address } from '../../base/address'
import { createStore } from '../../base/store'
import { useFastScroll } from '../../picture/fast-scroll'
import { forKey, listKeys } from '../../desk/commands/list-keys'
import { useOffice } from '../../fields/use-office'
import { firstPhoto, photoAt, type PhotoRows } from '../../photos/photo-rows'
import { listAddress, type ListSearch } from '../../photos/photo-search'
import { openPhoto, openPhotoId } from '../../photos/shown-search'
import { isModified } from '../../session/pressed'
import { isFocusLeft } from '../../ui/keep-focus'
import { openByClick } from '../../ui/text-click'
import { focusableOf, noPlaces, placeAt, type Shared } from './collection-context'
import { useLines, type LineShape } from './use-lines'
import { useMayPick, usePick } from './selecting'

/** Indexes count from 0 on this page. */
export type CollectionHandle = {
  /** null: where one stood last. */
  focusPhoto: (photoId: number | null) => void
  firstInSight: () => number
  scrollTo: (index: number) => void
}

/** What each layout of a list is given; a table has the number of its first row and of all rows. */
export type ListLayoutProps = {
  list: { search: ListSearch; rows: PhotoRows; offset: number; rowCount: number | null }
  isBusy: boolean
  ref: Ref<CollectionHandle>
}

/**
 * Photos, however many: only those in sight are drawn. All of them are one tab stop, arrow keys move among them, the space bar
 * chooses. The layouts draw them, each place with its `data-index`.
 *
 * @param search of the list beside which they open, and the tab stop follows the open one; null: they lead nowhere
 * @param onEnter what Enter does; where it is a link, the browser does it
 * @param step where a key leads from a place; null for a key that is not ours
 */
export function useCollection(
  scroller: RefObject<HTMLElement | null>,
  {
    rows,
    search,
    shape,
    onEnter,
    step,
    ref,
    judging,
  }: Pick<Shared, 'judging'> & {
    rows: PhotoRows
    search: ListSearch | null
    shape: LineShape
    onEnter?: ((photo: Photo, isRange: boolean) => void) | undefined
    step: (event: KeyboardEvent, from: number, linesInSight: () => number) => number | null
    ref?: Ref<CollectionHandle> | undefined
  },
) {
  const [places] = useState(() => createStore(noPlaces))
  const [, draw] = useReducer((times: number) => times + 1, 0)
  const indexOfStop = () => places.get().stopIndex
  const lines = useLines(scroller, rows.count, indexOfStop, shape)
  const isFast = useFastScroll(scroller)
  const isList = search !== null
  const addressOf = useMemo(() => search && ((photo: number) => listAddress(search, { photo })), [search])
  const listStatus = search?.status ?? ''
  const mayPick = useMayPick(listStatus)
  const pick = usePick(rows)
  const onPick = !isList || mayPick ? pick : null
  const office = useOffice()
  const shared = useMemo(
    () => ({ addressOf, onPick, listStatus, office, judging, places }),
    [addressOf, onPick, listStatus, office, judging, places],
  )

  const elementAt = (index: number) => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)

  /** Draws two places, and the collection only where the photo is not drawn yet. */
  function stopAt(index: number, open = places.get().open) {
    places.set({ stop: placeAt(rows, index), stopIndex: index, open })
    if (index < rows.count && !elementAt(index)) draw()
  }

  // What is not drawn yet, as in a list that was hidden behind the pane, takes the focus once it is, unless that has gone on.
  const awaited = useRef<{ index: number; from: Element | null } | null>(null)
  function focusAwaited() {
    const { index, from } = awaited.current ?? {}
    if (index === undefined) return
    const target = focusableOf(elementAt(index))
    if (!target) return
    awaited.current = null
    if (!isFocusLeft() && document.activeElement !== from) return
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
      const index = photoId === null ? indexOfStop() : rows.indexOf(photoId)
      focus(index < 0 ? firstPhoto(rows) : index)
    },
  }))

  // The tab stop follows the open photo; else it stays where it was, or goes to the first photo of new rows. With another order or
  // filter it does not go out of sight with its photo: like the list, it begins at the top.
  const asked = useRef(search)
  const followOpenPhoto = useEffectEvent(() => {
    const open = isList ? openPhotoId() : null
    const indexOf = (place: number | string | null) => (typeof place === 'number' ? rows.indexOf(place) : -1)
    const [opened, stood] = [indexOf(open), indexOf(places.get().stop)]
    const stays = stood >= 0 && (asked.current === search || elementAt(stood))
    asked.current = search
    stopAt(opened >= 0 ? opened : stays ? stood : firstPhoto(rows), open)
  })
  const focused = useRef<Element | null>(null)
  const onOtherRows = useEffectEvent(() => {
    followOpenPhoto()
    // A row that goes away with the focus, as when the next page comes, passes it on: else it would fall to the body.
    if (focused.current?.isConnected !== false || !isFocusLeft()) return
    focused.current = null
    focus(indexOfStop())
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => onOtherRows(), [rows])

  // The open photo is kept in sight, also when the pane beside it leaves less room, but nothing moves under the hand that scrolls.
  const showOpenPhoto = useEffectEvent(() => {
    const { open } = places.get()
    const index = open === null ? -1 : rows.indexOf(open)
    if (index >= 0) lines.bringIntoSight(index)
  })
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useEffect(() => showOpenPhoto(), [rows, shape.perLine])

  // A step to the next photo goes past React to the two places that it is about, once the photo is painted: drawn at once,
  // they kept it waiting (18 to 22 ms from the key to the photo, and not 13 to 15).
  useEffect(() => {
    let stop = () => {}
    const unsubscribe = address.subscribe(() => {
      if (!isList || openPhotoId() === places.get().open) return
      stop()
      stop = afterPaint(() => {
        followOpenPhoto()
        showOpenPhoto()
      })
    })
    return () => {
      stop()
      unsubscribe()
    }
  }, [isList, places])

  function onKeyDown(event: KeyboardEvent) {
    const { key, target, nativeEvent, shiftKey, repeat } = event
    const photo = photoAt(rows, indexOfStop())
    // A button has its own.
    const act = forKey(key, [
      [listKeys.choose, onPick],
      [listKeys.open, onEnter],
    ])
    if (act !== undefined && !(target instanceof HTMLButtonElement) && !isModified(nativeEvent)) {
      event.preventDefault()
      if (photo && !repeat) act?.(photo, shiftKey)
      return
    }
    const index = step(event, indexOfStop(), lines.linesInSight)
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
      onClick(event: MouseEvent) {
        const place = placeAround(event)
        const photo = place && photoAt(rows, place.index)
        if (search && photo) openByClick(event, place.element, () => openPhoto(photo.id))
      },
      onFocus(event: FocusEvent) {
        focused.current = event.target
        const place = placeAround(event)
        if (place) stopAt(place.index)
      },
      style: { height: lines.totalHeight },
    },
  }
}

/** The row or tile that something happens in, and where it stands. */
function placeAround({ target }: { target: EventTarget }): { element: HTMLElement; index: number } | null {
  const element = (target as Element).closest<HTMLElement>('[data-index]')
  return element && { element, index: Number(element.dataset['index']) }
}
