import { QueryCache, QueryClient } from '@tanstack/react-query'
import { reconsiderPriorities } from './request'
import { retryDelay, shouldRetry } from './retry'

/**
 * The cache of what was read. It reads again only when asked, or when a page older than a minute is come back to.
 *
 * @param options.retryDelay in ms, instead of the usual pauses
 */
export function createQueryClient(options: { retryDelay?: number } = {}): QueryClient {
  const queryCache = new QueryCache()
  queryCache.subscribe(({ type }) => {
    if (type === 'observerAdded' || type === 'observerOptionsUpdated') reconsiderPriorities()
  })
  return new QueryClient({
    queryCache,
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        // What could not be read is; what is on the screen stays as it is.
        refetchOnReconnect: ({ state }) => state.status === 'error' && state.data === undefined,
        staleTime: 60_000,
        retry: shouldRetry,
        // Query calls it with two arguments; the other two are for tests.
        retryDelay: options.retryDelay ?? ((failureCount, error) => retryDelay(failureCount, error)),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
