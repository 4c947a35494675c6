import type { Photo } from '../api/photo'

/** The supporting documents by name, or that one is required and lacking. */
export function DocumentNames({ photo }: { photo: Photo }) {
  if (photo.documents.length > 0) return photo.documents.map(({ name }) => name).join(', ')
  return (
    <span className="text-text-2">
      {photo.cardholder.isDocumentRequired ? 'Required, none sent' : 'None'}
    </span>
  )
}
