import type { Organization } from '../../cloudcard/organization'
import type { ListSearch } from '../../photos/photo-search'
import { setSearch, useOpenPhotoId } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/use-page-list'
import { EndOfQueue, PhotoPane } from './later-parts'
import { closePane, endQueue } from './use-pane'

/** Beside the list: the photo that is open, or, once none follows that waits, what was done. It alone follows the address from photo to photo. */
export function OpenPhoto({
  isNarrowed,
  isAtEnd,
  ...shown
}: {
  search: ListSearch
  list: PhotoList
  organization: Organization | null
  isNarrowed: boolean
  isAtEnd: boolean
}) {
  const id = useOpenPhotoId()
  if (isAtEnd) return <EndOfQueue {...shown} isNarrowed={isNarrowed} onClose={closePane} />
  if (id === null) return null
  return (
    <PhotoPane
      {...shown}
      id={id}
      onGo={(target) => setSearch(target, { replace: true })}
      onEnd={endQueue}
      onClose={closePane}
    />
  )
}
