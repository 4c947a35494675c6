import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { askOrganizationAgain } from '../../cloudcard/photos-query'
import { countsKey } from '../../photos/counts'
import type { StatusFilter } from '../../fields/status'
import type { PhotoList } from '../../photos/use-page-list'
import { setSearch } from '../../photos/shown-search'
import type { WholeList } from '../../photos/whole/use-whole-list'
import { useNews } from './use-news'

/** Past any end, and so led to the one there is. */
const lastPage = 999_999

/** What has arrived, and reading anew what is shown and counted; `showNews` goes to the end where photos arrive first. */
export function useRefresh(status: StatusFilter, list: PhotoList, whole: WholeList | null) {
  const client = useQueryClient()
  const { news, isLast: isNewestLast, forget: forgetNews } = useNews(status, list, whole)
  const wholeStatus = whole?.whole
  const refresh = useCallback(() => {
    wholeStatus?.readAnew()
    forgetNews()
    askOrganizationAgain(client)
    for (const queryKey of [['photos'], countsKey]) void client.invalidateQueries({ queryKey })
  }, [wholeStatus, forgetNews, client])
  const showNews = useCallback(() => {
    if (wholeStatus) return wholeStatus.update()
    setSearch({ page: isNewestLast ? lastPage : 1 })
    refresh()
  }, [wholeStatus, isNewestLast, refresh])
  return { news, refresh, showNews }
}
