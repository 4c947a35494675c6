import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { address } from '../../base/address'
import { livesFor } from '../../base/lifetimes'
import { createSame, memo } from '../../base/memo'
import { useStore, type Followed } from '../../base/store'
import { isListKnown } from '../listable'
import { stopCounting } from '../counts'
import { activeFilters, isFiltered } from '../filters/filters'
import { forgetDecidedRows, readPagesAnew } from '../page-query'
import { getSession, onSessionChange } from '../../session/session'
import { everyPhoto, needsWholeStatus, type ListSearch } from '../photo-search'
import { isPhotosPath, searchText } from '../search-text'
import { decidedIn, shownMoves } from '../shown-decisions'
import { listSearch } from '../shown-search'
import { createPageMaker } from './page-maker'
import { beginMaking, type Maker, type Making } from './making'
import { emptyList, type Asked, type PhotoList, type Reader, type Reading } from './photo-list'
import { createAskingMaker, wholeMaker } from './waiting-makers'

type CreateMaker = (making: Making) => Maker

export type PhotoSource = Followed<PhotoList>

/** A page is listed as it is by CloudCard; whatever is searched, filtered or sorted needs all of the status. */
function makerFor({ search, text }: Asked, client: QueryClient): CreateMaker {
  if (!isListKnown(client, search.status)) return createAskingMaker
  return isNarrowed({ search, text }) || needsWholeStatus(search) ? wholeMaker() : createPageMaker
}

const isNarrowed = ({ search, text }: Asked) => text.trim() !== '' || isFiltered(search.filters)

const emptyListOf = (asked: Asked): PhotoList => ({ ...emptyList, ...asked, isNarrowed: isNarrowed(asked) })

const placeOf = ({ search: { status, page, max } }: Asked) => `${status} ${page} ${max}`

/**
 * The list of what is asked for. One maker makes it: only the one that is needed runs, and only while somebody follows.
 *
 * @param asking gives the same object as long as the same is asked for
 */
export function createPhotoSource(client: QueryClient, asking: Followed<Asked>): PhotoSource {
  const listeners = new Set<() => void>()
  let running: { create: CreateMaker; make: Maker; end: () => void } | null = null
  let made: { asked: Asked; list: PhotoList } | null = null
  let isMaking = false
  let isChanged = false
  /** What ends it; none while it does not run. */
  let stops: (() => void)[] = []
  const [decided, unfollowed] = [memo(decidedIn), memo(emptyListOf)]
  const [sameReading, sameList] = [createSame<Reading>(), createSame<PhotoList>()]

  function makerOf(asked: Asked): Maker {
    const create = makerFor(asked, client)
    if (running?.create !== create) {
      running?.end()
      const { making, end } = beginMaking(client, tell)
      running = { create, make: create(making), end }
    }
    return running.make
  }

  function listOf(asked: Asked): PhotoList {
    const moves = shownMoves.get()
    const { status, filters } = asked.search
    const chosen = activeFilters(filters).in
    const made = makerOf(asked)(asked, decided(status, chosen, moves), moves)
    const reading = sameReading({ ...emptyList.reading, ...made.reading })
    return sameList({ ...emptyListOf(asked), ...made, reading })
  }

  function make(): PhotoList {
    const before = made?.asked
    let now: { asked: Asked; list: PhotoList }
    isMaking = true
    try {
      do {
        isChanged = false
        const asked = asking.get()
        made = now = { asked, list: listOf(asked) }
      } while (isChanged)
    } finally {
      isMaking = false
    }
    const left = before?.search.status
    if (left && left !== now.asked.search.status) stopCounting(client, left)
    // Turning the page, or going to another list, lets go of the rows that were decided; the new one's own are asked for already.
    if (before && placeOf(before) !== placeOf(now.asked)) forgetDecidedRows(client)
    return now.list
  }

  function tell() {
    isChanged = true
    if (isMaking || stops.length === 0) return
    const before = made?.list
    if (make() !== before) for (const listener of listeners) listener()
  }

  function start() {
    stops = [
      asking.subscribe(() => asking.get() !== made?.asked && tell()),
      shownMoves.subscribe(tell),
      // Nothing is read for who may not see it any more.
      livesFor('read', end),
    ]
    tell()
  }

  function end() {
    for (const stop of stops) stop()
    stops = []
    running?.end()
    // What is read whole goes on, as its count does: whoever comes back finds it.
    if (made && running?.create === createPageMaker) stopCounting(client, made.asked.search.status)
    running = null
    made = null
  }

  return {
    get: () => made?.list ?? unfollowed(asking.get()),
    subscribe(listener) {
      listeners.add(listener)
      if (stops.length === 0) start()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) end()
      }
    },
  }
}

const askedOf = memo((search: ListSearch, text: string): Asked => ({ search, text }))

/** What the address and the search field ask for. */
const asking = {
  get: () => askedOf(listSearch(), searchText.get()),
  subscribe(listener: () => void) {
    const stops = [address.subscribe(listener), searchText.subscribe(listener)]
    return () => stops.forEach((stop) => stop())
  },
}

let here: { client: QueryClient; source: PhotoSource } | null = null
livesFor('read', () => (here = null))

function sourceOf(client: QueryClient): PhotoSource {
  if (here?.client !== client) here = { client, source: createPhotoSource(client, asking) }
  return here.source
}

/** The list that the address and the search field ask for. */
export const usePhotoList = (): PhotoList => useStore(sourceOf(useQueryClient()))

/**
 * Follows the list as long as the address is one of photos, for whoever draws it: so it is asked for before anything is drawn, and
 * goes on from one screen to the next.
 *
 * @returns what ends that
 */
export function followList(client: QueryClient): () => void {
  let leave: (() => void) | null = null
  function letGo() {
    leave?.()
    leave = null
  }
  function look() {
    const { signedIn, end } = getSession()
    const isShown = (signedIn !== null || end === 'interrupted') && isPhotosPath(address.get().path)
    if (isShown) leave ??= sourceOf(client).subscribe(() => {})
    else letGo()
  }
  function stop() {
    for (const each of stops) each()
    letGo()
  }
  const stops = [address.subscribe(look), onSessionChange(look), livesFor('document', stop)]
  look()
  return stop
}

/** Reads anew what is listed; `whole` where the status is read for it. */
export function readListAnew(client: QueryClient, whole?: Reader['whole']): void {
  whole?.readAnew()
  // Who comes back from a search sees the page as it is by then.
  readPagesAnew(client)
}

/** The same on one page that has all of it: where only a page was read, the status is read for it. */
export function useAllPhotos(): PhotoList {
  const client = useQueryClient()
  const { search, text, reader } = usePhotoList()
  const isPage = reader === null
  const source = useMemo(() => {
    if (!isPage) return sourceOf(client)
    const asked: Asked = { search: { ...search, page: 1, max: everyPhoto }, text }
    return createPhotoSource(client, { get: () => asked, subscribe: () => () => {} })
  }, [client, isPage, search, text])
  return useStore(source)
}
