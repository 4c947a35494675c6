import { useCallback } from 'react'
import { countShift } from '../desk/decided'
import type { KnownCount } from './counts'
import { useMoves } from './use-decisions'

/** Numbers with what was decided here since they were read: they change at once, and back when a decision is undone. */
export function useCountShift(): (status: string, count: KnownCount | null) => KnownCount | null {
  const moves = useMoves()
  return useCallback(
    (status, count) => {
      if (!count?.isExact) return count
      const shift = countShift(status, count.readAt, moves)
      return shift === 0 ? count : { ...count, total: Math.max(0, count.total + shift) }
    },
    [moves],
  )
}
