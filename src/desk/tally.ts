import { useMemo } from 'react'
import { useStore } from '../base/store'
import { decisionChanges, decisions, hasArrived, isDecided, madeDecisions } from './decided'
import { countsAsDecided } from './held-decision'
import { skippedPhotos } from './skipped'

/** What came of this session so far. */
export type Tally = { approved: number; denied: number; skipped: number }

/** Photos, by what was decided on each of them last; and those that were skipped and still wait. */
export function useTally(): Tally {
  const change = useStore(decisionChanges)
  const made = useStore(madeDecisions)
  const skipped = useStore(skippedPhotos)
  return useMemo(() => {
    const verdicts = new Map<number, string>()
    for (const { photoId, decision, outcome } of made) {
      if (hasArrived(outcome)) verdicts.set(photoId, decision.status)
    }
    for (const each of decisions.open.values()) {
      if (countsAsDecided(each)) verdicts.set(each.photo.id, each.decision.status)
    }
    const count = (status: string) => [...verdicts.values()].filter((verdict) => verdict === status).length
    return {
      approved: count('APPROVED'),
      denied: count('DENIED'),
      skipped: [...skipped].filter((id) => !isDecided(id)).length,
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [change, made, skipped])
}

/** "38 approved, 3 denied, 2 skipped"; what there is none of is left out. */
export function tallyWords(tally: Tally): string {
  return Object.entries(tally)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ')
}
