import { queryOptions } from '@tanstack/react-query'
import { address, go } from '../../base/address'
import { loadPart } from '../../ui/later'
import { listableQuery, patchFor } from '../listable'
import { formatSearch, nextSearch } from '../photo-search'
import { openPhotoId } from '../shown-search'
import { readingOf, type Maker, type Making } from './making'

/**
 * Makes an empty list while it is asked whether CloudCard lists a status by itself. Where it does not, the address becomes that
 * of all photos with the filter.
 */
export function createAskingMaker({ read }: Making): Maker {
  return ({ search }) => {
    const asked = read('listable', listableQuery(search.status))
    const isUnlisted = asked.data === false
    if (isUnlisted) {
      const shown = { ...search, photo: openPhotoId() }
      const patch = { ...patchFor(search.status, search, false), photo: shown.photo }
      go(`${address.get().path}${formatSearch(nextSearch(shown, patch))}`, { replace: true })
    }
    const isFetching = asked.isFetching || isUnlisted
    return { reading: { ...readingOf(asked), data: undefined, isFetching } }
  }
}

let createWholeMaker: ((making: Making) => Maker) | null = null

/** A query for what is said while it is read, and for what is done when it fails. */
const codeQuery = queryOptions({
  queryKey: ['code-for-whole-lists'],
  queryFn: async () => {
    createWholeMaker = await loadPart(async () => (await import('./whole-maker')).createWholeMaker)
    return true
  },
  gcTime: 0,
})

/** Makes the list of what matches of a whole status: who never searches, filters or sorts never loads the code for it. */
export const wholeMaker = () => createWholeMaker ?? createComingMaker

/** Makes an empty list until that code is there. */
function createComingMaker({ read }: Making): Maker {
  return () => ({ reading: { ...readingOf(read('code', codeQuery)), data: undefined } })
}
