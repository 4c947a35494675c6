import type { ReactNode } from 'react'
import type { Photo } from '../../cloudcard/photo'
import type { PhotoDetail } from '../../cloudcard/photo-detail'
import { absenceWords, DocumentFacts } from '../../fields/document-facts'
import { Column, Part } from './part'
import { DetailFacts, PhotoFacts } from './photo-facts'

/** What is known of a photo: the facts, the supporting documents, and whatever else the office keeps of its cardholder. */
export function PhotoDetails({
  photo,
  detail,
  first,
  guides,
  person,
}: {
  photo: Photo
  /** undefined while it is read */
  detail: PhotoDetail | undefined
  /** What is said before all else. */
  first: ReactNode
  guides: ReactNode
  person: ReactNode
}) {
  // One below the other, it waits for the classifications above it, which would push it down.
  const whenNarrow = detail === undefined && !first ? 'max-pane:hidden' : ''
  return (
    <Column name="Photo details" className={`photo-page-details grid content-start gap-6 py-4 ${whenNarrow}`}>
      {first && <div className="-mx-4 -mt-4">{first}</div>}
      {guides && (
        <Part title="Guides" words="CloudCard's own numbers">
          {guides}
        </Part>
      )}
      <Part title="Details">
        <PhotoFacts photo={photo} detail={detail} isWhole />
      </Part>
      <Part title="Documents">
        {photo.documents.length === 0 && <p className="text-text-2">{absenceWords(photo)}</p>}
        <ul className="grid gap-4">
          {photo.documents.map((document, index) => (
            <li key={document.id ?? index}>
              <h3 className="font-semibold">{document.name || 'Unnamed document'}</h3>
              <DocumentFacts document={document} />
            </li>
          ))}
        </ul>
      </Part>
      {/* Before what comes with the detail, which would push it down. */}
      {person}
      {detail && <DetailFacts detail={detail} />}
    </Column>
  )
}
