import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { askOrganizationAgain } from '../../cloudcard/photos-query'
import { countsKey } from '../../photos/counts'
import { setSearch } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { readListAnew } from '../../photos/sources/photo-source'
import { useNews } from './use-news'

/** Past any end, and so led to the one there is. */
const lastPage = 999_999

/** What has arrived, and reading anew what is shown and counted; `showNews` goes to the end where photos arrive first. */
export function useRefresh(list: PhotoList) {
  const client = useQueryClient()
  const { news, isLast, forget: forgetNews } = useNews(list)
  const whole = list.reader?.whole
  const refresh = useCallback(() => {
    readListAnew(client, whole)
    forgetNews()
    askOrganizationAgain(client)
    void client.invalidateQueries({ queryKey: countsKey })
  }, [whole, forgetNews, client])
  const showNews = useCallback(() => {
    if (whole) return whole.update()
    setSearch({ page: isLast ? lastPage : 1 })
    refresh()
  }, [whole, isLast, refresh])
  return { news, refresh, showNews }
}
