import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { address } from '../../base/address'
import { livesFor } from '../../base/lifetimes'
import { memo } from '../../base/memo'
import { isListKnown } from '../listable'
import { stopCounting } from '../counts'
import { forgetDecidedRows } from '../page-query'
import { everyPhoto, needsWholeStatus, type ListSearch } from '../photo-search'
import { searchText } from '../search-text'
import { decidedIn, shownMoves } from '../shown-decisions'
import { listSearch } from '../shown-search'
import { createAskingMaker } from './asking-maker'
import { wholeMaker } from './coming-maker'
import { createPageMaker } from './page-maker'
import { beginMaking, type Maker, type Making } from './making'
import type { Asked, PhotoList } from './photo-list'

type Follow = (listener: () => void) => () => void
type CreateMaker = (making: Making) => Maker

export type PhotoSource = { get: () => PhotoList; subscribe: Follow }

/** A page is listed as it is by CloudCard; whatever is searched, filtered or sorted needs all of the status. */
function makerFor({ search, text }: Asked, client: QueryClient): CreateMaker {
  if (!isListKnown(client, search.status)) return createAskingMaker
  return text.trim() !== '' || needsWholeStatus(search) ? wholeMaker() : createPageMaker
}

const placeOf = ({ search: { status, page, max } }: Asked) => `${status} ${page} ${max}`

/**
 * The list of what is asked for. One maker makes it: only the one that is needed runs, and only while somebody follows.
 *
 * @param asking gives the same object as long as the same is asked for
 */
export function createPhotoSource(
  client: QueryClient,
  asking: { get: () => Asked; subscribe: Follow },
): PhotoSource {
  const listeners = new Set<() => void>()
  let running: { create: CreateMaker; make: Maker; end: () => void } | null = null
  let made: { asked: Asked; list: PhotoList } | null = null
  let isMaking = false
  let isChanged = false
  let stops: (() => void)[] = []
  let isOn = false
  const decided = memo(decidedIn)

  function makerOf(asked: Asked): Maker {
    const create = makerFor(asked, client)
    if (running?.create !== create) {
      running?.end()
      const { making, end } = beginMaking(client, tell, !isOn)
      running = { create, make: create(making), end }
    }
    return running.make
  }

  function make(): PhotoList {
    const before = made?.asked
    let now: { asked: Asked; list: PhotoList }
    isMaking = true
    try {
      do {
        isChanged = false
        const [asked, moves] = [asking.get(), shownMoves.get()]
        now = { asked, list: makerOf(asked)(asked, decided(asked.search.status, moves), moves) }
        made = now
      } while (isChanged)
    } finally {
      isMaking = false
    }
    const isOtherStatus = before && before.search.status !== now.asked.search.status
    if (isOn && isOtherStatus) stopCounting(client, before.search.status)
    // Turning the page, or going to another list, lets go of the rows that were decided; the new one's own are asked for already.
    if (isOn && before && placeOf(before) !== placeOf(now.asked)) forgetDecidedRows(client)
    return now.list
  }

  function tell() {
    isChanged = true
    if (isMaking || !isOn) return
    const before = made?.list
    if (make() !== before) for (const listener of listeners) listener()
  }

  function start() {
    isOn = true
    running = null
    stops = [
      asking.subscribe(() => asking.get() !== made?.asked && tell()),
      shownMoves.subscribe(tell),
      // Nothing is read for who may not see it any more.
      livesFor('read', end),
    ]
    tell()
  }

  function end() {
    isOn = false
    for (const stop of stops) stop()
    running?.end()
    // What is read whole goes on, as its count does: whoever comes back finds it.
    if (made && running?.create === createPageMaker) stopCounting(client, made.asked.search.status)
    running = null
    made = null
  }

  return {
    // Before somebody follows, it is made of what is known already.
    get: () => (made && (isOn || made.asked === asking.get()) ? made.list : make()),
    subscribe(listener) {
      listeners.add(listener)
      if (!isOn) start()
      return () => {
        listeners.delete(listener)
        // Not before the screen that comes next had its turn to follow: it would begin with nothing.
        queueMicrotask(() => listeners.size === 0 && end())
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

const useSource = ({ subscribe, get }: PhotoSource) => useSyncExternalStore(subscribe, get)

/** The list that the address and the search field ask for. */
export const usePhotoList = (): PhotoList => useSource(sourceOf(useQueryClient()))

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
  return useSource(source)
}
