import type { ReactNode } from 'react'
import type { Photo } from '../../api/photo'
import type { Organization } from '../../api/organization'
import type { PhotoDetail } from '../../api/photo-detail'
import { ClassificationTable } from './classification-table'
import { DocumentList } from '../../photo/document-list'
import { LargePicture } from '../../photo/picture/large-picture'
import { DetailFacts, PhotoFacts } from './photo-facts'
import { ScoreText } from '../../photo/score-text'

/** Photo, what the machine thinks of it, and what is known of it: side by side, or one below the other. */
export function PhotoDetailColumns({
  photo,
  detail,
  organization,
}: {
  photo: Photo
  /** undefined while it is read */
  detail: PhotoDetail | undefined
  organization: Organization | null
}) {
  const percent = (threshold: number) => `${Math.round(threshold * 100)}%`
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface min-[56.25rem]:flex-row min-[56.25rem]:overflow-hidden">
      <div className="h-[min(100vw*4/3,70dvh)] shrink-0 bg-well py-4 min-[56.25rem]:h-auto min-[56.25rem]:flex-1">
        <div className="picture-well mx-4 h-full">
          <LargePicture picture={photo.picture} alt={`Photo ${photo.id}`} />
        </div>
      </div>
      <div className="grid content-start min-[56.25rem]:w-[22.5rem] min-[56.25rem]:overflow-y-auto min-[56.25rem]:border-l min-[56.25rem]:border-line min-[75rem]:w-[47.5rem] min-[75rem]:grid-cols-[22.5rem_25rem] min-[75rem]:content-stretch">
        <div className="px-4 py-3 min-[75rem]:overflow-y-auto">
          <div className="flex min-h-16 items-center justify-between gap-4">
            <ScoreText score={photo.score} thresholds={organization} size="page" />
            {organization?.goodPhotoThreshold != null && organization.badPhotoThreshold != null && (
              <p className="text-right text-xs text-text-2">
                Good from {percent(organization.goodPhotoThreshold)}
                <br />
                Bad up to {percent(organization.badPhotoThreshold)}
              </p>
            )}
          </div>
          {detail === undefined ? (
            <p className="text-text-2">Reading the classifications…</p>
          ) : detail.classifications.length > 0 ? (
            <ClassificationTable classifications={detail.classifications} thresholds={organization} />
          ) : (
            <p className="text-text-2">This photo was not classified.</p>
          )}
        </div>
        <section
          aria-label="Photo details"
          // Focusable, so that what does not fit can be scrolled to with the keyboard alone.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          // One below the other, it waits for the classifications above it, which would push it down.
          className={`grid content-start gap-6 border-line px-4 py-4 outline-offset-[-2px] max-[75rem]:border-t min-[75rem]:overflow-y-auto min-[75rem]:border-l ${
            detail === undefined ? 'max-[74.99rem]:hidden' : ''
          }`}
        >
          <Part title="Details">
            <PhotoFacts photo={photo} detail={detail} organization={organization} isWhole />
          </Part>
          <Part title="Documents">
            <DocumentList photo={photo} />
          </Part>
          {detail && (detail.helperBotAction !== null || detail.customFields.length > 0) && (
            <Part title="More">
              <DetailFacts detail={detail} />
            </Part>
          )}
        </section>
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </div>
  )
}
