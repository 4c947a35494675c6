import { endLifetime, livesFor } from '../../base/lifetimes'
import { beforeSignOut } from '../../session/before-sign-out'
import { getSession, isSamePerson, onSessionChange } from '../../session/session'
import { decisions, madeDecisions } from './decided'
import { cardholderOf } from './decision-words'
import { isUnsent } from './held-decision'
import { leaveLostDecisions } from './journal'
import type { Ledger } from './ledger'
import { verbsOf } from '../verdicts/verdicts'

/** What is held belongs to a person: it waits for the same one, and is forgotten for another. */
export function followSession(ledger: Ledger): () => void {
  let owner = getSession().person
  const stops = [
    onSessionChange(() => {
      const { signedIn, person } = getSession()
      const isSame = person !== null && owner !== null && isSamePerson(person, owner)
      if (isSame && signedIn === null) return ledger.suspend()
      if (isSame) return ledger.resume()
      if (owner) leaveLostDecisions(owner.username)
      owner = person
      endLifetime('work')
    }),
    livesFor('work', () => {
      ledger.clear()
      madeDecisions.set([])
    }),
    beforeSignOut(async () => {
      // Without a session nothing can be sent.
      if (getSession().signedIn !== null) await ledger.flush()
      return unsentWords()
    }),
    ledger.clear,
  ]
  return () => stops.forEach((stop) => stop())
}

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
