import { useMemo } from 'react'
import { paths } from '../../base/paths'
import { formatSearch, type ListSearch } from '../../photos/photo-search'
import { openPhoto } from '../../photos/shown-search'
import { openHere } from '../../ui/text-click'
import type { Shared } from './collection-context'

/** The links of a list's photos, which open in the pane. */
export function usePhotoLink(search: ListSearch): Shared['link'] {
  const listQuery = formatSearch(search)
  return useMemo(
    () => ({
      hrefOf: (photo) => paths.photos(`${listQuery}${listQuery ? '&' : '?'}photo=${photo}`),
      onClick: (event, photo) => openHere(event, () => openPhoto(photo)),
    }),
    [listQuery],
  )
}
