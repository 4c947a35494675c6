import type { Photo } from '../../api/photo'
import { LargePicture } from '../../photo/picture/large-picture'
import type { Look } from './use-look'
import { ZoomStage } from './zoom-stage'

/** The open photo, or its original in the same place, zoomed or as it fits. Only the photo itself counts as seen. */
export function ReviewPicture({
  photo,
  alt,
  look,
  onPainted,
}: {
  photo: Photo
  alt: string
  look: Look
  onPainted: () => void
}) {
  const { id, picture, original } = photo
  return (
    <ZoomStage zoom={look.zoom} photoId={id}>
      {look.isOriginal && original ? (
        <LargePicture key={`original ${id}`} picture={original.picture} alt={`Original: ${alt}`} />
      ) : (
        <LargePicture key={id} picture={picture} alt={alt} onPainted={onPainted} />
      )}
    </ZoomStage>
  )
}
