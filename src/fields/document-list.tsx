import type { Photo } from '../cloudcard/photo'
import { absenceWords, DocumentFacts } from './document-facts'

/** The supporting documents in words. */
export function DocumentList({ photo }: { photo: Photo }) {
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
