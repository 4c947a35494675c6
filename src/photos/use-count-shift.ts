import { useCallback, useDeferredValue } from 'react'
import { useStore } from '../components/store'
import { countShift, heldDecisions, madeDecisions } from '../review/decided'
import type { KnownCount } from './counts'

/** Numbers with what was decided here since they were read: they change at once, and back when a decision is undone. */
export function useCountShift(): (status: string, count: KnownCount | null) => KnownCount | null {
  // The next photo comes first: the numbers follow it in the frame after.
  const held = useDeferredValue(useStore(heldDecisions))
  const made = useDeferredValue(useStore(madeDecisions))
  return useCallback(
    (status, count) => {
      if (!count?.isExact) return count
      const shift = countShift(status, count.readAt, held, made)
      return shift === 0 ? count : { ...count, total: Math.max(0, count.total + shift) }
    },
    [held, made],
  )
}
