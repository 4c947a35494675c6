import {
  notifyManager,
  QueryObserver,
  type QueryClient,
  type QueryKey,
  type QueryObserverOptions,
  type QueryObserverResult,
} from '@tanstack/react-query'
import type { Move } from '../../desk/ledger/decided'
import type { Decided } from '../shown-decisions'
import type { Asked, PhotoList, Reading } from './photo-list'

/** What a maker knows of a list; all else is as of an empty one. */
type Made = Partial<Omit<PhotoList, 'reading' | 'isNarrowed'>> & { reading: Partial<Reading> }

/** Makes the list of what is asked for; to be called again when anything it has asked has changed. */
export type Maker = (asked: Asked, decided: Decided, moves: readonly Move[]) => Made

/** What a maker is given for its life. */
export type Making = ReturnType<typeof beginMaking>['making']

/** How a query was read, for a list; the same functions as long as it is read by the same name. */
export const readingOf = (
  { data, error, errorUpdatedAt, isError, isFetching, refetch }: QueryObserverResult<unknown>,
  readAt = 0,
): Reading => ({ data, error, errorUpdatedAt, isError, isFetching, readAt, retry: refetch })

/** @param tell a maker would make another list by now */
export function beginMaking(client: QueryClient, tell: () => void) {
  const observers = new Map<string, QueryObserver>()
  const stops: (() => void)[] = []
  // Once a query has done what it is about: told in the middle of it, who asks something of it would change it.
  const tellLater = notifyManager.batchCalls(tell)

  function observerOf(name: string, options: QueryObserverOptions): QueryObserver {
    const known = observers.get(name)
    known?.setOptions(options)
    if (known) return known
    const observer = new QueryObserver(client, options)
    observers.set(name, observer)
    stops.push(observer.subscribe(tellLater))
    return observer
  }

  /** What is known of a query now, as `useQuery` says it within React; one query after another by the same name. */
  function read<T, K extends QueryKey>(name: string, asked: QueryObserverOptions<T, Error, T, T, K>) {
    const options = asked as unknown as QueryObserverOptions
    return observerOf(name, options).getCurrentResult() as QueryObserverResult<T>
  }

  /** Says what is to be done when nobody follows any more. */
  const atEnd = (stop: () => void) => void stops.push(stop)

  return { making: { client, tell, read, atEnd }, end: () => stops.forEach((stop) => stop()) }
}
