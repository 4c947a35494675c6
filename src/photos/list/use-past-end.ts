import { useEffect } from 'react'
import { pageCount } from '../../queue/page'
import type { PhotoSearch } from '../photo-search'
import type { PhotoList } from '../use-page-list'
import type { SetSearch } from '../use-photo-search'

/** A page beyond the end leads to the last one, as soon as it is known which that is. */
export function usePastEnd(
  { page, max }: PhotoSearch,
  setSearch: SetSearch,
  { isCurrent, rows, total }: PhotoList,
): void {
  const last = total === null ? null : pageCount(total.total, max)
  const isPastEnd = isCurrent && rows.count === 0 && last !== null && last < page
  // The answer to a question of its own, not to anything that was pressed.
  useEffect(() => {
    if (isPastEnd) setSearch({ page: last }, { replace: true })
  }, [isPastEnd, last, setSearch])
}
