import { slowBytes, stopSlow } from '../../cloudcard/incoming'
import { useStore } from '../../base/store'
import { Button } from '../../ui/button'
import { Line } from '../../ui/line'

/** The shape of the rows to come, for the first time a list is read; `canStop` where no line above has a Stop. */
export function ListSkeleton({ canStop = true }: { canStop?: boolean }) {
  return (
    <>
      <SlowLine canStop={canStop} />
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

/** On a slow line, what is waited for and how much of it has come. */
function SlowLine({ canStop }: { canStop: boolean }) {
  const bytes = useStore(slowBytes)
  const isSlow = bytes !== null
  return (
    <div className={isSlow ? 'shrink-0' : 'sr-only'}>
      <Line actions={isSlow && canStop && <Button onClick={stopSlow}>Stop</Button>}>
        {/* There before it says anything, else it is not heard. */}
        <p role="status">{isSlow && waitingWords(bytes)}</p>
      </Line>
    </div>
  )
}

function waitingWords(bytes: number): string {
  if (bytes === 0) return 'Still waiting for CloudCard to send the list.'
  return `Still loading the list: ${sizeWords(bytes)} so far. The network is slow.`
}

/** In steps, so that it is not said anew with every part that comes. */
function sizeWords(bytes: number): string {
  if (bytes < 10_000) return 'less than 10 kB'
  if (bytes < 100_000) return `${Math.floor(bytes / 10_000) * 10} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
