import { useCallback, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { paths } from '../paths'
import { areSameFilters } from './filters/filter-address'
import { formatSearch, nextSearch, parseSearch, type PhotoSearch } from './photo-search'

export type SetSearch = (patch: Partial<PhotoSearch>, options?: { replace?: boolean }) => void

let last: PhotoSearch | null = null

/** Filters and order that stay are the same objects: what depends on them is not done again at each step to another photo. */
function read(query: string): PhotoSearch {
  const search = parseSearch(new URLSearchParams(query))
  if (last && areSameFilters(last.filters, search.filters)) search.filters = last.filters
  if (last?.sort?.column === search.sort?.column && last?.sort?.isDescending === search.sort?.isDescending) {
    search.sort = last?.sort ?? null
  }
  last = search
  return search
}

/**
 * What the address says of the list, and the one way to change it: from a patch to the whole next address.
 * Both functions stay the same while the list is shown; they start from the address as it is when they are called.
 */
export function usePhotoSearch() {
  const { search: query } = useLocation()
  const navigate = useNavigate()
  const search = useMemo(() => read(query), [query])
  const setSearch = useCallback<SetSearch>(
    (patch, options) => {
      const next = nextSearch(read(window.location.search), patch)
      void navigate(paths.photos(formatSearch(next)), options)
    },
    [navigate],
  )
  /** Opening the pane is a step to come back from; going on to another photo in the open pane is not. */
  const openPhoto = useCallback(
    (photo: number) => setSearch({ photo }, { replace: read(window.location.search).photo !== null }),
    [setSearch],
  )
  return { search, setSearch, openPhoto }
}
