import { useMemo } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { useBeforeList } from '../listable'
import { needsWholeStatus } from '../photo-search'
import { useSearchText } from '../search-text'
import { useListSearch } from '../shown-search'
import { useThresholds } from '../use-organization'
import { usePageList, type PhotoList } from '../use-page-list'
import { usePersonPhoto } from '../whole/use-person-photo'
import { useWholeList, type WholeList } from '../whole/use-whole-list'

export type Photos = { list: PhotoList; whole: WholeList | null; elsewhere: Photo | null }

/**
 * What the address and the search text ask for: a page of the status as CloudCard lists it, or, where anything is searched,
 * filtered or sorted, what matches of the whole status. The same object as long as nothing of it changes.
 */
export function usePhotoList(): Photos {
  const search = useListSearch()
  const text = useSearchText()
  const thresholds = useThresholds()
  const isWhole = text.trim() !== '' || needsWholeStatus(search)
  const before = useBeforeList(search)
  const page = usePageList(search, !isWhole && before === null)
  const { photo: person } = usePersonPhoto(text)
  const isHere = person !== null && (search.status === 'ALL' || person.status === search.status)
  const whole = useWholeList(search, text, thresholds, isHere ? person : null, isWhole && before === null)
  return useMemo(
    () => ({
      list: before ? { ...page, reading: before } : isWhole ? whole.list : page,
      whole: isWhole && !before ? whole : null,
      elsewhere: isHere ? null : person,
    }),
    [before, isWhole, whole, page, isHere, person],
  )
}
