import type { ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { LargePicture } from '../../picture/large-picture'
import type { Look } from '../../desk/look/use-look'
import { ZoomStage } from './zoom-stage'
import './before-and-after.css'

type BeforeAndAfterProps = {
  before: Photo
  photo: Photo
  look: Look
  /** The open photo, as it stands alone elsewhere: it alone counts as looked at. */
  after: ReactNode
}

/** A photo as it was, and as CloudCard has made it; zoomed and moved as one. */
export function BeforeAndAfter({ before, photo, look, after }: BeforeAndAfterProps) {
  const isNewNumber = photo.id !== before.id
  return (
    <div className="before-after">
      <div>
        <ZoomStage look={look} photoId={photo.id}>
          <LargePicture picture={before.picture} alt="Before" />
        </ZoomStage>
        <div className="min-h-0">{after}</div>
        <p className="text-xs wrap-anywhere">
          <strong className="font-semibold">Before</strong> {before.id}
          {before.version !== null && `, version ${before.version}`}
        </p>
        <p className="text-xs wrap-anywhere">
          <strong className="font-semibold">After</strong> {photo.id}
          {isNewNumber ? ', new number' : photo.version !== null && `, version ${photo.version}`}
        </p>
      </div>
    </div>
  )
}
