import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

type Result = Pick<UseQueryResult, 'data' | 'error' | 'errorUpdatedAt'>

/**
 * Says why a query has nothing to show, null when it has. While it is tried again Query has forgotten the error already;
 * here it is kept, so that the failure and the focus on its button stay until there is something else to show.
 */
export function createLastError(): (result: Result) => Error | null {
  let last: Pick<Result, 'error' | 'errorUpdatedAt'> = { error: null, errorUpdatedAt: 0 }
  return ({ data, error, errorUpdatedAt }) => {
    if (error !== null) last = { error, errorUpdatedAt }
    if (data !== undefined) return null
    return error ?? (last.errorUpdatedAt === errorUpdatedAt ? last.error : null)
  }
}

export function useLastError(result: Result): Error | null {
  const [lastErrorOf] = useState(createLastError)
  return lastErrorOf(result)
}
