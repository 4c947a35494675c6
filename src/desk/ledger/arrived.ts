import { unconfirmed } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import { plainDecision, verdictOf, type Decision } from '../verdicts/verdicts'
import { hasArrived, madeDecisions } from './decided'
import { cardholderOf } from './decision-words'
import type { LostDecision } from './journal'

/**
 * Records a decision that arrived while its page went away. Where the photo was changed more than once since it was seen, somebody
 * else may have decided the same: then it is not confirmed. Of one whose words were not kept the record says nothing rather
 * than that it had none; and nothing a second time that it says already, of this decision or a later one.
 *
 * @param photo as it is now
 * @param given with its words, where those were kept
 */
export function recordArrived(
  { verdict, version, at }: LostDecision,
  photo: Photo,
  given: Decision | null,
): void {
  const decision = given ?? plainDecision(verdictOf({ verdict }))
  const isRecorded = madeDecisions
    .get()
    .some(
      (made) =>
        made.photoId === photo.id &&
        made.decision.verdict === verdict &&
        hasArrived(made.outcome) &&
        Math.round(made.decidedAt) >= at,
    )
  if (decision === null || isRecorded) return
  const isOurs = version === null || photo.version === null || photo.version === version + 1
  madeDecisions.set([
    ...madeDecisions.get(),
    {
      // Those of this page count up from 0.
      key: -at,
      photoId: photo.id,
      // In which status it was decided nobody knows by now, and nothing that was read since has to be told of it.
      from: '',
      cardholder: cardholderOf(photo),
      identifier: photo.cardholder.identifier,
      decision,
      decidedAt: at,
      outcome: isOurs ? { kind: 'sent', version: photo.version } : { kind: 'refused', error: unconfirmed() },
      endedAt: 0,
    },
  ])
}
