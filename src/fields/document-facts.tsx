import type { Photo, SupportingDocument } from '../cloudcard/photo'
import { Fact, Facts, TimeFact } from './facts'
import { percentText } from './kinds/grade'
import { ScoreText } from './score-text'
import { isPast } from './kinds/time'

/** A supporting document in words: its scores against its own thresholds, when it was sent and expires. */
export function DocumentFacts({ document }: { document: SupportingDocument }) {
  const { goodFaceThreshold: good, badFaceThreshold: bad, govId, govIdWord, expirationDate } = document
  const isExpired = expirationDate !== null && isPast(expirationDate)
  return (
    <>
      {isExpired && <p className="font-semibold">This document has expired.</p>}
      <Facts>
        <Fact name="Face match">
          <ScoreText
            score={document.faceMatch}
            thresholds={{ goodPhotoThreshold: good, badPhotoThreshold: bad }}
          />{' '}
          {document.faceMatch !== null && good !== null && bad !== null && (
            <span className="block text-xs text-text-2">
              Good from {percentText(good, null)}, bad up to {percentText(bad, null)}
            </span>
          )}
        </Fact>
        {govId !== null && (
          <Fact name="ID check">
            <ScoreText score={govId} thresholds={null} />
            {govIdWord && <span className="text-text-2"> {capitalized(govIdWord)}</span>}
          </Fact>
        )}
        {document.dateCreated !== null && <TimeFact name="Sent" time={document.dateCreated} />}
        {expirationDate !== null && (
          <TimeFact name={isExpired ? 'Expired' : 'Expires'} time={expirationDate} />
        )}
      </Facts>
    </>
  )
}

/** CloudCard's word for it, as ours are written: "good", "GOOD" and "Good" are one. */
const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** Why there is no supporting document. */
export function absenceWords({ status, cardholder }: Photo): string {
  if (status === 'DOWNLOADED') return 'Documents are deleted when the photo is downloaded.'
  return cardholder.isDocumentRequired ? 'No documents. One is required.' : 'No documents'
}
