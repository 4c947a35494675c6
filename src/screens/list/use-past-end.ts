import { useEffect } from 'react'
import { setSearch } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'

/** A page beyond the end leads to the last one, as soon as it is known which that is. */
export function usePastEnd({ search, isCurrent, rows, pages }: PhotoList): void {
  const isPastEnd = isCurrent && rows.count === 0 && pages !== null && pages < search.page
  // The answer to a question of its own, not to anything that was pressed.
  useEffect(() => {
    if (isPastEnd) setSearch({ page: pages }, { replace: true })
  }, [isPastEnd, pages])
}
