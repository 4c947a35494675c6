import { stillToSend } from './batch'
import { decisions } from './decided'
import { decisionVerbs } from './decision-verbs'
import { cardholderOf } from './decision-words'
import { isUnsent } from './held-decision'

/** Each decision that CloudCard has not been told of, in words. */
export function unsentWords(): string[] {
  const single = [...decisions.open.values()]
    .filter((held) => held.policy.standsAlone && isUnsent(held))
    .map(({ decision, photo }) => `${decisionVerbs[decision.status].does} ${cardholderOf(photo)}`)
  const { together } = decisions
  const left = together === null ? 0 : stillToSend(together)
  if (together === null || left === 0) return single
  return [...single, `${decisionVerbs[together.decision.status].does} ${left} of ${together.total} photos`]
}
