import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * Why a query has nothing to show, null when it has. While it is tried again Query has forgotten the error already;
 * here it is kept, so that the failure and the focus on its button stay until there is something else to show.
 */
export function useLastError({
  data,
  error,
  errorUpdatedAt,
}: Pick<UseQueryResult, 'data' | 'error' | 'errorUpdatedAt'>): Error | null {
  const [last, setLast] = useState({ error, errorUpdatedAt })
  if (error !== null && error !== last.error) setLast({ error, errorUpdatedAt })
  if (data !== undefined) return null
  return error ?? (last.errorUpdatedAt === errorUpdatedAt ? last.error : null)
}
