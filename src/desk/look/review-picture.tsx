import type { Photo } from '../../cloudcard/photo'
import { LargePicture } from '../../picture/large-picture'
import type { Looked } from '../../picture/use-look-at'
import { lookOf } from '../looked-at'
import type { Look } from './use-look'
import { ZoomStage } from './zoom-stage'

/** The open photo, or its original in the same place, zoomed or as it fits. Only the photo itself counts as looked at. */
export function ReviewPicture({
  photo,
  alt,
  look,
  onLook,
}: {
  photo: Photo
  alt: string
  look: Look
  onLook: (looked: Looked) => void
}) {
  const { id, picture, original } = photo
  return (
    <ZoomStage zoom={look.zoom} photoId={id}>
      {look.isOriginal && original ? (
        <LargePicture key={`original ${id}`} picture={original.picture} alt={`Original: ${alt}`} />
      ) : (
        <LargePicture key={id} picture={picture} alt={alt} look={lookOf(photo)} onLook={onLook} />
      )}
    </ZoomStage>
  )
}
