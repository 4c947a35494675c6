import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { askOrganizationAgain } from '../../cloudcard/photos-query'
import { countsKey } from '../../photos/counts'
import type { PhotoList } from '../../photos/sources/photo-list'
import { useNews } from './use-news'

/** What has arrived, and reading anew what is shown and counted; `showNews` goes to the end where photos arrive first. */
export function useRefresh(list: PhotoList) {
  const client = useQueryClient()
  const { news, isLast, forget: forgetNews } = useNews(list)
  const { refresh: readAnew, showNews: showNewest } = list
  const refresh = useCallback(() => {
    readAnew()
    forgetNews()
    askOrganizationAgain(client)
    void client.invalidateQueries({ queryKey: countsKey })
  }, [readAnew, forgetNews, client])
  const showNews = useCallback(() => showNewest(isLast, refresh), [showNewest, isLast, refresh])
  return { news, refresh, showNews }
}
