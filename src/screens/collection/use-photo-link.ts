import { useMemo } from 'react'
import { paths } from '../../base/paths'
import { formatSearch, type PhotoSearch } from '../../photos/photo-search'
import { openHere } from '../../ui/text-click'
import type { Shared } from './collection-context'

/**
 * The links of a list's photos, which open in the pane. What they say of the list does not depend on which one is open: it stays
 * the same while photos are stepped through.
 *
 * @param onOpen stays the same function too
 */
export function usePhotoLink(search: PhotoSearch, onOpen: (photoId: number) => void): Shared['link'] {
  const listQuery = formatSearch({ ...search, photo: null })
  return useMemo(
    () => ({
      hrefOf: (photo) => paths.photos(`${listQuery}${listQuery ? '&' : '?'}photo=${photo}`),
      onClick: (event, photo) => openHere(event, () => onOpen(photo)),
    }),
    [listQuery, onOpen],
  )
}
