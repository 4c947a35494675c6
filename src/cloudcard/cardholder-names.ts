import { queryOptions, type QueryClient } from '@tanstack/react-query'

/** Of cardholders, by the ids of photos. */
export type Names = ReadonlyMap<number, string>

/** Of every detail that was read in this session: lists carry no names. Never read by itself. */
export const namesQuery = queryOptions({
  queryKey: ['cardholder-names'] as const,
  queryFn: (): Names => new Map(),
  enabled: false,
})

export function learnNames(client: QueryClient, names: Names): void {
  const known = client.getQueryData(namesQuery.queryKey)
  if ([...names].every(([photoId, name]) => known?.get(photoId) === name)) return
  client.setQueryDefaults(namesQuery.queryKey, { gcTime: Infinity })
  client.setQueryData(namesQuery.queryKey, new Map([...(known ?? []), ...names]))
}
