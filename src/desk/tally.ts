import { useMemo } from 'react'
import { useStore } from '../base/store'
import { decisionChanges, decisions, hasArrived, isDecided, madeDecisions } from './decided'
import { countsAsDecided } from './held-decision'
import { skippedPhotos } from './skipped'
import { verdicts } from './verdicts/verdicts'

/** What came of this session so far: "Approved" and the like, and how many; and what was skipped and still waits. */
export type Tally = { figures: readonly { done: string; count: number }[]; skipped: number }

/** Photos, by what was decided on each of them last. */
export function useTally(): Tally {
  const change = useStore(decisionChanges)
  const made = useStore(madeDecisions)
  const skipped = useStore(skippedPhotos)
  return useMemo(() => {
    const latest = new Map<number, string>()
    for (const { photoId, decision, outcome } of made) {
      if (hasArrived(outcome)) latest.set(photoId, decision.verdict)
    }
    for (const each of decisions.open.values()) {
      if (countsAsDecided(each)) latest.set(each.photo.id, each.decision.verdict)
    }
    const names = [...latest.values()]
    const left = [...skipped].filter((id) => !isDecided({ id, status: 'PENDING' })).length
    return {
      figures: [
        ...verdicts.map(({ name, words }) => ({
          done: words.done,
          count: names.filter((each) => each === name).length,
        })),
        { done: 'Skipped', count: left },
      ],
      skipped: left,
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [change, made, skipped])
}

/** "38 approved, 3 denied, 2 skipped"; what there is none of is left out. */
export function tallyWords({ figures }: Tally): string {
  return figures
    .filter(({ count }) => count > 0)
    .map(({ done, count }) => `${count.toLocaleString('en')} ${done.toLowerCase()}`)
    .join(', ')
}
