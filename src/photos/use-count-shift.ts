import { useCallback, useDeferredValue } from 'react'
import { useStore } from '../components/store'
import { bulkDecision, countShift, decidedTogether, heldDecisions, madeDecisions } from '../review/decided'
import type { KnownCount } from './counts'

/** Numbers with what was decided here since they were read: they change at once, and back when a decision is undone. */
export function useCountShift(): (status: string, count: KnownCount | null) => KnownCount | null {
  // The next photo comes first: the numbers follow it in the frame after.
  const held = useDeferredValue(useStore(heldDecisions))
  const bulk = useDeferredValue(useStore(bulkDecision))
  const made = useDeferredValue(useStore(madeDecisions))
  return useCallback(
    (status, count) => {
      if (!count?.isExact) return count
      const all = bulk === null ? held : [...held, ...decidedTogether()]
      const shift = countShift(status, count.readAt, all, made)
      return shift === 0 ? count : { ...count, total: Math.max(0, count.total + shift) }
    },
    [held, bulk, made],
  )
}
