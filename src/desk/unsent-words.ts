import { decisions } from './decided'
import { verbsOf } from './verdicts/verdicts'
import { cardholderOf } from './decision-words'
import { isUnsent } from './held-decision'

/** Each decision that CloudCard has not been told of, in words. */
export function unsentWords(): string[] {
  const single = [...decisions.open.values()]
    .filter((held) => held.policy.standsAlone && isUnsent(held))
    .map(({ decision, photo }) => `${verbsOf(decision).does} ${cardholderOf(photo)}`)
  const { together } = decisions
  const left = together?.photos.size ?? 0
  if (together === null || left === 0) return single
  return [...single, `${verbsOf(together.decision).does} ${left} of ${together.total} photos`]
}
