import { useMemo } from 'react'
import { useStore } from '../base/store'
import { decisionChanges, isDecided, madeDecisions, movesNow } from './ledger/decided'
import { skippedPhotos } from './skipped'
import { verdicts } from './verdicts/verdicts'

export type Tally = ReturnType<typeof useTally>

/** What came of this session so far, photos by what was decided on each of them last; and what was skipped and still waits. */
export function useTally() {
  const change = useStore(decisionChanges)
  const made = useStore(madeDecisions)
  const skipped = useStore(skippedPhotos)
  return useMemo(() => {
    const latest = new Map(movesNow().map(({ photoId, decision }) => [photoId, decision]))
    const last = [...latest.values()]
    const left = [...skipped].filter((id) => !isDecided({ id, status: 'PENDING' })).length
    return {
      figures: [
        ...verdicts.flatMap(({ name, words, from }) => {
          const count = last.filter(({ verdict }) => verdict === name).length
          // What is made of the queue is always there, the others where there are any.
          return count > 0 || from.includes('PENDING') ? [{ done: words.done, count }] : []
        }),
        { done: 'Skipped', count: left },
      ],
      decided: last.length,
      /** Put there in this session; there may be more. */
      onHold: last.filter(({ status }) => status === 'ON_HOLD').length,
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
