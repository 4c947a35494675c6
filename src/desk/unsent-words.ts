import { stillToSend } from './bulk/bulk'
import { bulkDecision, heldDecisions } from './decided'
import { decisionVerbs } from './decision-verbs'
import { cardholderOf } from './decision-words'
import { isUnsent } from './held-decision'

/** Each decision that CloudCard has not been told of, in words. */
export function unsentWords(): string[] {
  const single = heldDecisions
    .get()
    .filter(isUnsent)
    .map(({ decision, photo }) => `${decisionVerbs[decision.status].does} ${cardholderOf(photo)}`)
  const bulk = bulkDecision.get()
  const left = bulk === null ? 0 : stillToSend(bulk)
  if (bulk === null || left === 0) return single
  return [...single, `${decisionVerbs[bulk.decision.status].does} ${left} of ${bulk.total} photos`]
}
