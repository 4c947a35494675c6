import { useSyncExternalStore } from 'react'
import { slowIncoming } from '../../api/incoming'
import { browserClock } from '../../clock'

const incomingBytes = () => slowIncoming.bytes(browserClock.now())

/** The shape of the rows to come, for the first time a list is read; on a slow line it says how much has come. */
export function ListSkeleton() {
  const bytes = useSyncExternalStore(slowIncoming.subscribe, incomingBytes)
  return (
    <>
      <p role="status" className={bytes > 0 ? 'bg-surface px-4 py-1 text-text-2' : 'sr-only'}>
        {bytes > 0 && `Still loading: ${sizeWords(bytes)} so far. The network is slow.`}
      </p>
      <div aria-hidden="true" className="min-h-0 flex-1 overflow-hidden bg-surface pt-8">
        {Array.from({ length: 12 }, (_, index) => (
          <div key={index} className="flex h-(--row) items-center gap-3 border-b border-line sm:pl-4">
            <span className="h-full w-(--thumb) shrink-0 bg-well" />
            <span className="grid flex-1 gap-1.5">
              <span className="h-2.5 w-48 max-w-full bg-line" />
              <span className="h-2 w-24 bg-line" />
            </span>
            <span className="mr-12 hidden h-2.5 w-20 bg-line sm:block" />
            <span className="mr-12 hidden h-2.5 w-16 bg-line sm:block" />
          </div>
        ))}
      </div>
    </>
  )
}

/** In tenths of a megabyte, so that it is not said anew with every part that comes. */
function sizeWords(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
