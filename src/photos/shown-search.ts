import { address, go } from '../base/address'
import { followPhotoIds } from '../cloudcard/known-photos'
import { paths } from '../base/paths'
import { useStore } from '../base/store'
import { focusHeading } from '../desk/heading-focus'
import { currentId } from '../desk/repair/replaced'
import { areSameFilters } from './filters/filter-address'
import {
  defaultSearch,
  formatSearch,
  nextSearch,
  parseSearch,
  type ListSearch,
  type PhotoSearch,
} from './photo-search'

/** What was made of the query that the address has. */
let parsed: { query: string; list: ListSearch; photo: number | null } = {
  query: '',
  list: defaultSearch,
  photo: null,
}

/** Parses once for each change. Of the list, what stays is the same object: at a step to another photo all of it. */
function parse(): typeof parsed {
  const { query } = address.get()
  if (query === parsed.query) return parsed
  const { photo: named, ...list } = parseSearch(new URLSearchParams(query))
  const photo = named === null ? null : currentId(named)
  const last = parsed.list
  if (formatSearch(list) === formatSearch(last)) parsed = { query, list: last, photo }
  else {
    if (areSameFilters(last.filters, list.filters)) list.filters = last.filters
    if (last.sort?.column === list.sort?.column && last.sort?.isDescending === list.sort?.isDescending) {
      list.sort = last.sort
    }
    parsed = { query, list, photo }
  }
  return parsed
}

/** What the address says of the list; the same object while photos are stepped through. */
export const listSearch = (): ListSearch => parse().list
export const useListSearch = (): ListSearch => useStore(address, listSearch)

/** The photo that is open beside the list. */
export const openPhotoId = (): number | null => parse().photo
export const useOpenPhotoId = (): number | null => useStore(address, openPhotoId)
export const useIsPhotoOpen = (): boolean => useStore(address, () => openPhotoId() !== null)

/**
 * The one way to change what is shown: from a patch to the whole next address.
 *
 * @param replace in the same entry, as a step to the next photo is: it is shown before the browser is told
 * @param state handed on to what is shown
 */
export function setSearch(
  patch: Partial<PhotoSearch>,
  { replace = false, state = null as unknown } = {},
): void {
  const { list, photo } = parse()
  const query = formatSearch(nextSearch({ ...list, photo }, patch))
  go(paths.photos(query), { replace, state, isShownFirst: replace })
}

/**
 * Opening the pane is a step to come back from; going on to another photo in the open pane is not. Whoever opens a photo
 * reviews it: the keys go there, also to the one that is open already.
 */
export function openPhoto(photo: number): void {
  setSearch({ photo }, { replace: openPhotoId() !== null })
  focusHeading(photo)
}

/** An address that names a photo by an older number becomes that of the photo that has taken its place: Back and a reload lead there. */
export function followAddress(): void {
  const { path, query, state } = address.get()
  const nowIn = (_all: string, before: string, id: string) => before + String(currentId(Number(id)))
  const to =
    path.replace(/^(\/photos\/)(\d{1,16})$/, nowIn) + query.replace(/([?&]photo=)(\d{1,16})(?!\d)/, nowIn)
  if (to !== path + query) go(to, { replace: true, state })
}

address.subscribe(followAddress)
followPhotoIds(followAddress)
