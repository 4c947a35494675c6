import { useEffect } from 'react'
import { pagesOf } from './range-words'
import type { ListSearch } from '../../photos/photo-search'
import type { PhotoList } from '../../photos/use-page-list'
import { setSearch } from '../../photos/shown-search'

/** A page beyond the end leads to the last one, as soon as it is known which that is. */
export function usePastEnd(search: ListSearch, list: PhotoList): void {
  const { page } = search
  const { isCurrent, rows } = list
  const last = pagesOf(search, list)
  const isPastEnd = isCurrent && rows.count === 0 && last !== null && last < page
  // The answer to a question of its own, not to anything that was pressed.
  useEffect(() => {
    if (isPastEnd) setSearch({ page: last }, { replace: true })
  }, [isPastEnd, last])
}
