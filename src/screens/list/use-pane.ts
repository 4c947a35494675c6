import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { formatSearch, type PhotoSearch } from '../../photos/photo-search'
import type { SetSearch } from '../../photos/use-photo-search'

/**
 * What stands beside the list: the open photo, or, once none follows that waits, what was done; until another photo or
 * another list is opened.
 */
export function usePane(search: PhotoSearch, setSearch: SetSearch) {
  const { state } = useLocation()
  const place = formatSearch({ ...search, photo: null })
  const [endedAt, setEndedAt] = useState(() =>
    (state as { isAtEnd?: boolean } | null)?.isAtEnd ? place : null,
  )
  const isAtEnd = search.photo === null && endedAt === place
  if (endedAt !== null && !isAtEnd) setEndedAt(null)

  function leave(nextEnd: string | null) {
    setEndedAt(nextEnd)
    if (search.photo !== null) setSearch({ photo: null }, { replace: true })
  }
  return {
    isAtEnd,
    isPaneOpen: search.photo !== null || isAtEnd,
    closePane: () => leave(null),
    endQueue: () => leave(place),
  }
}
