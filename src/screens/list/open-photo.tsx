import type { Organization } from '../../cloudcard/organization'
import { setSearch, useOpenPhotoId } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { PhotoPane } from './later-parts'
import { closePane, endQueue } from './use-pane'

/** Beside the list: the photo that is open. It alone follows the address from photo to photo. */
export function OpenPhoto({ list, organization }: { list: PhotoList; organization: Organization | null }) {
  const id = useOpenPhotoId()
  if (id === null) return null
  return (
    <PhotoPane
      list={list}
      organization={organization}
      id={id}
      onGo={(target) => setSearch(target, { replace: true })}
      onEnd={endQueue}
      onClose={closePane}
    />
  )
}
