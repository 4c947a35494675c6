import { useDeferredValue, useMemo } from 'react'
import type { Photo } from '../cloudcard/photo'
import { useStore } from '../base/store'
import { decisionChanges, madeDecisions, movesNow, type Move } from '../desk/decided'

/** What the decisions made here move; numbers follow them in the frame after, for the next photo comes first. */
export function useMoves(): readonly Move[] {
  const change = useDeferredValue(useStore(decisionChanges))
  const made = useDeferredValue(useStore(madeDecisions))
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(movesNow, [change, made])
}

/** The photos that have left a status by decisions made here, or are about to. */
export type Decided = {
  ids: ReadonlySet<number>
  /** Those of them whose decision has not arrived at CloudCard. */
  waiting: ReadonlySet<number>
  /** Of one of them, as a list has it: it may have been put back since. */
  hasLeft: (photo: Photo) => boolean
}

/** The same object as long as nothing is decided. */
export function useDecided(status: string): Decided {
  const moves = useMoves()
  return useMemo(() => {
    const gone = moves.filter(({ from }) => from === status)
    const waiting = new Set(gone.filter(({ arrivedAt }) => arrivedAt === null).map(({ photoId }) => photoId))
    return {
      ids: new Set(gone.map(({ photoId }) => photoId)),
      waiting,
      hasLeft: (photo) => waiting.has(photo.id) || (status !== 'ALL' && photo.status !== status),
    }
  }, [status, moves])
}
