import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Priority } from './scheduler'

declare module '@tanstack/react-query' {
  interface Register {
    /** `meta: { isAhead: true }` on a useQuery says that it reads ahead: nobody waits for what it reads. */
    queryMeta: { isAhead?: boolean } & Record<string, unknown>
  }
}

/**
 * Somebody waits for a query that has an enabled observer which does not only read ahead.
 * What is prefetched has no observer, so nobody waits for it until the screen that shows it is opened.
 */
export function priorityOf(client: QueryClient, queryKey: QueryKey): Priority {
  const query = client.getQueryCache().get(hashKey(queryKey))
  const isWaitedFor = query?.observers.some(({ options: { meta, enabled } }) => {
    const isEnabled = typeof enabled === 'function' ? enabled(query) : enabled
    return meta?.isAhead !== true && isEnabled !== false
  })
  return isWaitedFor ? 'waited' : 'ahead'
}
