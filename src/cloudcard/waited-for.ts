import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import type { Priority } from './scheduler'

declare module '@tanstack/react-query' {
  interface Register {
    /** `meta: { isAhead: true }` on a useQuery says that it reads ahead: nobody waits for what it reads. */
    queryMeta: { isAhead?: boolean } & Record<string, unknown>
  }
}

/**
 * Whether somebody is waiting for a query: it has an enabled observer that does not only read ahead.
 * What is prefetched has no observer, so nobody waits for it until the screen that shows it is opened.
 */
export function isWaitedFor(client: QueryClient, queryKey: QueryKey): boolean {
  const query = client.getQueryCache().get(hashKey(queryKey))
  return (query?.observers ?? []).some(({ options: { meta, enabled } }) => {
    const isEnabled = typeof enabled === 'function' && query ? enabled(query) : enabled
    return meta?.isAhead !== true && isEnabled !== false
  })
}

export function priorityOf(client: QueryClient, queryKey: QueryKey): Priority {
  return isWaitedFor(client, queryKey) ? 'waited' : 'ahead'
}
