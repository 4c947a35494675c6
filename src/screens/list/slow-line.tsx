import { slowBytes, stopSlow } from '../../cloudcard/incoming'
import { useStore } from '../../base/store'
import { Button } from '../../ui/button'
import { Line } from '../../ui/line'

/**
 * On a slow line, what is waited for and how much of it has come.
 *
 * @param canStop where no other line has a Stop
 */
export function SlowLine({ canStop }: { canStop: boolean }) {
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
