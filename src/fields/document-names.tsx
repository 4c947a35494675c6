import type { Photo } from '../cloudcard/photo'

/** The supporting documents by name, or that one is required and lacking. */
export function DocumentNames({ photo }: { photo: Photo }) {
  if (photo.documents.length > 0) {
    // Each by itself: one that is written from right to left must not turn its neighbours round.
    return photo.documents.map(({ name, id }, index) => (
      <span key={id ?? index}>
        {index > 0 && ', '}
        <bdi>{name}</bdi>
      </span>
    ))
  }
  return (
    <span className="text-text-2">
      {photo.cardholder.isDocumentRequired ? 'Required but missing' : 'No documents'}
    </span>
  )
}
