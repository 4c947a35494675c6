import { useEffect } from 'react'
import type { PhotoList } from '../../photos/sources/photo-list'
import { setSearch } from '../../photos/shown-search'

/** A page beyond the end leads to the last one, as soon as it is known which that is. */
export function usePastEnd({ search, isCurrent, rows, pages }: PhotoList): void {
  const isPastEnd = isCurrent && rows.count === 0 && pages !== null && pages < search.page
  // The answer to a question of its own, not to anything that was pressed.
  useEffect(() => {
    if (isPastEnd) setSearch({ page: pages }, { replace: true })
  }, [isPastEnd, pages])
}

/** Next page: on while nobody knows whether there is one; pressing it then waits for the answer. */
export function useNextPage({
  search: { page },
  hasNext,
  isCurrent,
  isAwaitingNext,
  setIsAwaitingNext,
}: PhotoList) {
  // The answer comes from reading ahead, not from the press of the button.
  useEffect(() => {
    if (!isAwaitingNext || !isCurrent || hasNext === 'unknown') return
    setIsAwaitingNext(false)
    if (hasNext) setSearch({ page: page + 1 })
  }, [isAwaitingNext, isCurrent, hasNext, page, setIsAwaitingNext])

  return {
    offReason: isCurrent && !hasNext ? 'This is the last page' : undefined,
    notice: isAwaitingNext ? 'Looking for the next page…' : '',
    go() {
      if (hasNext === true) setSearch({ page: page + 1 })
      else setIsAwaitingNext(true)
    },
  }
}
