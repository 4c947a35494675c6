import { useCallback, useEffect } from 'react'
import type { PhotoList } from '../../photos/sources/photo-list'
import { setSearch } from '../../photos/shown-search'

/** Next page: on while nobody knows whether there is one; pressing it then waits for the answer. */
export function useNextPage({
  search: { page },
  hasNext,
  isCurrent,
  isAwaitingNext,
  setIsAwaitingNext,
}: PhotoList): { offReason: string | undefined; notice: string; go: () => void } {
  // The answer comes from reading ahead, not from the press of the button.
  useEffect(() => {
    if (!isAwaitingNext || !isCurrent || hasNext === 'unknown') return
    setIsAwaitingNext(false)
    if (hasNext) setSearch({ page: page + 1 })
  }, [isAwaitingNext, isCurrent, hasNext, page, setIsAwaitingNext])

  const go = useCallback(() => {
    if (hasNext === true) setSearch({ page: page + 1 })
    else setIsAwaitingNext(true)
  }, [hasNext, page, setIsAwaitingNext])

  return {
    offReason: isCurrent && !hasNext ? 'This is the last page' : undefined,
    notice: isAwaitingNext ? 'Looking for the next page…' : '',
    go,
  }
}
