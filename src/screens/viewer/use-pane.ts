import { useAddress } from '../../base/address'
import { setSearch, useIsPhotoOpen } from '../../photos/shown-search'

type Handed = { isAtEnd?: boolean } | null

/** What stands beside the list: the open photo, or, once none follows that waits, what was done. */
export function usePane() {
  // Not by Back or a reload: what was done is said once.
  const isAtEnd = useAddress(({ arrival, state }) => arrival === 'app' && (state as Handed)?.isAtEnd === true)
  return { isAtEnd, isPaneOpen: useIsPhotoOpen() || isAtEnd }
}

export const closePane = () => setSearch({ photo: null }, { replace: true })
export const endQueue = () =>
  setSearch({ photo: null }, { replace: true, state: { isAtEnd: true } satisfies Handed })
