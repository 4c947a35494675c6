import type { Photo, SupportingDocument } from '../api/photo'
import { Fact, Facts } from './facts'
import { ScoreText } from './score-text'
import { isPast } from './time'
import { TimeFact } from './time-fact'

/** The supporting documents in words: their scores against their own thresholds, when they were sent and expire. */
export function DocumentList({ photo }: { photo: Photo }) {
  if (photo.documents.length === 0) {
    return <p className="text-text-2">{absence(photo)}</p>
  }
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

function DocumentFacts({ document }: { document: SupportingDocument }) {
  const faceThresholds = {
    goodPhotoThreshold: document.goodFaceThreshold,
    badPhotoThreshold: document.badFaceThreshold,
  }
  return (
    <Facts>
      <Fact name="Face match">
        <ScoreText score={document.faceMatch} thresholds={faceThresholds} />
      </Fact>
      {document.govId !== null && (
        <Fact name="ID check">
          <ScoreText score={document.govId} thresholds={null} />
        </Fact>
      )}
      {document.dateCreated !== null && <TimeFact name="Sent" time={document.dateCreated} />}
      {document.expirationDate !== null && (
        <TimeFact
          name={isPast(document.expirationDate) ? 'Expired' : 'Expires'}
          time={document.expirationDate}
        />
      )}
    </Facts>
  )
}

function absence({ status, cardholder }: Photo): string {
  if (status === 'DOWNLOADED') return 'Gone: documents are deleted when the photo is downloaded.'
  return cardholder.isDocumentRequired ? 'A document is required, and none was sent.' : 'None was sent.'
}
