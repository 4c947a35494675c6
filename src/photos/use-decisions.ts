import { useDeferredValue, useMemo } from 'react'
import type { Photo } from '../cloudcard/photo'
import { useStore } from '../base/store'
import { decidedPhotos, decisionChanges, decisions, madeDecisions } from '../desk/decided'
import type { MadeDecision } from '../desk/decided'
import type { HeldDecision } from '../desk/held-decision'

/** The decisions made here; numbers follow them in the frame after, for the next photo comes first. */
export function useDecisions(): { held: readonly HeldDecision[]; made: readonly MadeDecision[] } {
  const change = useDeferredValue(useStore(decisionChanges))
  const made = useDeferredValue(useStore(madeDecisions))
  // oxlint-disable-next-line react/exhaustive-deps
  const held = useMemo(() => [...decisions.open.values()], [change])
  return useMemo(() => ({ held, made }), [held, made])
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
  const { held, made } = useDecisions()
  return useMemo(() => {
    const { waiting, arrived } = decidedPhotos(status, held, made)
    return {
      ids: new Set([...waiting, ...arrived]),
      waiting,
      hasLeft: (photo) => waiting.has(photo.id) || (status !== 'ALL' && photo.status !== status),
    }
  }, [status, held, made])
}
