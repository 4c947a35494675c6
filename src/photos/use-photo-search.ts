import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation, useNavigate } from 'react-router-dom'
import { afterPaint } from '../base/after-paint'
import { paths } from '../base/paths'
import { focusHeading } from '../desk/heading-focus'
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
 * Both functions stay the same while the list is shown; they start from what was asked for last.
 *
 * What replaces the entry, as a step to the next photo does, is shown at once, and the address follows once it was painted:
 * what the browser has to do for another address would hold the photo up.
 */
export function usePhotoSearch() {
  const { search: address, key } = useLocation()
  const navigate = useNavigate()
  const [ahead, setAhead] = useState<{ query: string; key: string } | null>(null)
  const coming = useRef<{ query: string; stop: () => void } | null>(null)
  const entry = useRef(key)
  const query = ahead?.key === key ? ahead.query : address
  const search = useMemo(() => read(query), [query])

  // Whoever leaves, or goes back, before it was painted, has left what the address was to say.
  useEffect(() => {
    entry.current = key
    return () => {
      coming.current?.stop()
      coming.current = null
    }
  }, [key])

  const setSearch = useCallback<SetSearch>(
    (patch, { replace = false } = {}) => {
      const go = (query: string, replace: boolean) => void navigate(paths.photos(query), { replace })
      const before = coming.current
      before?.stop()
      coming.current = null
      const query = formatSearch(nextSearch(read(before?.query ?? window.location.search), patch))
      if (replace) {
        setAhead({ query, key: entry.current })
        // At once: a next step must find the entry as it is then.
        coming.current = { query, stop: afterPaint(() => flushSync(() => go(query, true))) }
        return
      }
      // Back leads to what is shown now.
      if (before) go(before.query, true)
      go(query, false)
    },
    [navigate],
  )
  /**
   * Opening the pane is a step to come back from; going on to another photo in the open pane is not. Whoever opens a photo
   * reviews it: the keys go there, also to the one that is open already.
   */
  const openPhoto = useCallback(
    (photo: number) => {
      setSearch({ photo }, { replace: read(window.location.search).photo !== null })
      focusHeading(photo)
    },
    [setSearch],
  )
  return { search, setSearch, openPhoto }
}
