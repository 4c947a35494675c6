import { address, go } from '../base/address'
import { createSame, memo } from '../base/memo'
import { followPhotoIds } from '../cloudcard/known-photos'
import { paths } from '../base/paths'
import { useStore } from '../base/store'
import { focusHeading } from '../desk/heading-focus'
import { currentId } from '../desk/repair/replaced'
import type { Sort } from '../fields/fields'
import { areSameFilters, noFilters, type Filters } from './filters/filters'
import { setSearchText } from './search-text'
import { listAddress, parseSearch, type ListSearch, type PhotoSearch } from './photo-search'

const [sameList, sameSort] = [createSame<ListSearch>(), createSame<Sort>()]
let lastFilters = noFilters
function sameFilters(filters: Filters): Filters {
  if (!areSameFilters(lastFilters, filters)) lastFilters = filters
  return lastFilters
}

/** Parses once for each change. Of the list, what stays is the same object: at a step to another photo all of it. */
const parse = memo((query: string) => {
  const { photo, sort, filters, ...list } = parseSearch(new URLSearchParams(query))
  return {
    list: sameList({ ...list, sort: sort && sameSort(sort), filters: sameFilters(filters) }),
    photo: photo && currentId(photo),
  }
})
const parsed = () => parse(address.get().query)

/** What the address says of the list; the same object while photos are stepped through. */
export const listSearch = (): ListSearch => parsed().list

/** @param pick what the caller needs of it, which is drawn again only where that is another value */
export function useListSearch(): ListSearch
export function useListSearch<Picked>(pick: (search: ListSearch) => Picked): Picked
export function useListSearch<Picked>(pick?: (search: ListSearch) => Picked) {
  return useStore<unknown, ListSearch | Picked>(address, () => (pick ? pick(listSearch()) : listSearch()))
}

/** The photo that is open beside the list. */
export const openPhotoId = (): number | null => parsed().photo
export const useOpenPhotoId = (): number | null => useStore(address, openPhotoId)
export const useIsPhotoOpen = (): boolean => useStore(address, () => openPhotoId() !== null)

/** Beside the list, or on its own page. */
export const isAnyPhotoOpen = (): boolean =>
  openPhotoId() !== null || address.get().path.startsWith(paths.photos('/'))

/**
 * The one way to change what is shown: from a patch to the whole next address. A step and another order are shown before the browser
 * is told; what changes the title is not, since the title belongs to the entry that the browser is at.
 *
 * @param replace in the same entry, as a step to the next photo is
 * @param state handed on to what is shown
 */
export function setSearch(
  patch: Partial<PhotoSearch>,
  { replace = false, state = null as unknown } = {},
): void {
  const { list, photo } = parsed()
  go(listAddress({ ...list, photo }, patch), {
    replace,
    state,
    isShownFirst: replace || 'sort' in patch,
  })
}

/** These filters, and no text beside them. */
export function filterAlone(filters: Filters): void {
  setSearchText('')
  setSearch({ filters })
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
