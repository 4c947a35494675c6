import { address, go } from '../../base/address'
import { createSame } from '../../base/memo'
import { listableQuery, patchFor } from '../listable'
import { formatSearch, nextSearch } from '../photo-search'
import { openPhotoId } from '../shown-search'
import type { Maker, Making } from './making'
import { emptyList, type PhotoList, type Reading } from './photo-list'

/**
 * Makes an empty list while it is asked whether CloudCard lists a status by itself. Where it does not, the address becomes that
 * of all photos with the filter.
 */
export function createAskingMaker({ isIdle, read }: Making): Maker {
  const [sameReading, sameList] = [createSame<Reading>(), createSame<PhotoList>()]
  let refetch: () => unknown = () => {}
  const retry = () => void refetch()
  return ({ search, text }) => {
    const asked = read('listable', listableQuery(search.status))
    const { data: isListable, error, errorUpdatedAt, isError } = asked
    refetch = asked.refetch
    const isFetching = asked.isFetching || isListable === false
    if (!isIdle && isListable === false) {
      const shown = { ...search, photo: openPhotoId() }
      const patch = { ...patchFor(search.status, search, false), photo: shown.photo }
      go(`${address.get().path}${formatSearch(nextSearch(shown, patch))}`, { replace: true })
    }
    const reading = { data: undefined, error, errorUpdatedAt, isError, isFetching, readAt: 0, retry }
    return sameList({ ...emptyList, search, text, reading: sameReading(reading) })
  }
}
