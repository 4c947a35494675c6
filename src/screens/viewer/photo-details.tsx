import type { ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { absenceWords, DocumentFacts } from '../../fields/document-facts'
import { DetailFacts, PhotoFacts } from './photo-facts'

/** What is known of a photo: the facts, the supporting documents, and whatever else the office keeps of its cardholder. */
export function PhotoDetails({
  photo,
  detail,
}: {
  photo: Photo
  /** undefined while it is read */
  detail: PhotoDetail | undefined
}) {
  return (
    <section
      aria-label="Photo details"
      // Focusable, so that what does not fit can be scrolled to with the keyboard alone.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      // One below the other, it waits for the classifications above it, which would push it down.
      className={`photo-page-details grid content-start gap-6 px-4 py-4 outline-offset-[-2px] ${
        detail === undefined ? 'max-pane:hidden' : ''
      }`}
    >
      <Part title="Details">
        <PhotoFacts photo={photo} detail={detail} isWhole />
      </Part>
      <Part title="Documents">
        <DocumentList photo={photo} />
      </Part>
      {detail && hasMore(detail) && (
        <Part title="More">
          <DetailFacts detail={detail} />
        </Part>
      )}
    </section>
  )
}

function hasMore({ helperBotAction, processingMode, customFields }: PhotoDetail): boolean {
  return helperBotAction !== null || processingMode !== null || customFields.length > 0
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-2 font-semibold">{title}</h2>
      {children}
    </div>
  )
}

/** The supporting documents in words. */
function DocumentList({ photo }: { photo: Photo }) {
  if (photo.documents.length === 0) return <p className="text-text-2">{absenceWords(photo)}</p>
  return (
    <ul className="grid gap-4">
      {photo.documents.map((document, index) => (
        <li key={document.id ?? index}>
          <h3 className="font-semibold">{document.name || 'Unnamed document'}</h3>
          <DocumentFacts document={document} />
        </li>
      ))}
    </ul>
  )
}
