import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { countsKey } from '../counts'
import type { SetSearch } from '../use-photo-search'
import type { WholeList } from '../whole/use-whole-list'

/** Past any end, and so led to the one there is. */
const lastPage = 999_999

/** Reads anew what is shown and counted; `showNews` goes to the end where photos arrive first. */
export function useRefresh(
  setSearch: SetSearch,
  wholeStatus: WholeList['whole'] | undefined,
  forgetNews: () => void,
  isNewestLast: boolean,
) {
  const client = useQueryClient()
  const refresh = useCallback(() => {
    wholeStatus?.readAnew()
    forgetNews()
    for (const queryKey of [['photos'], countsKey]) void client.invalidateQueries({ queryKey })
  }, [wholeStatus, forgetNews, client])
  const showNews = useCallback(() => {
    if (wholeStatus) return wholeStatus.update()
    setSearch({ page: isNewestLast ? lastPage : 1 })
    refresh()
  }, [wholeStatus, setSearch, isNewestLast, refresh])
  return { refresh, showNews }
}
