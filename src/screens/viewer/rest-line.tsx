import { useQueryClient } from '@tanstack/react-query'
import { numberWords } from '../../base/words'
import { useStore } from '../../base/store'
import { statusLabel } from '../../fields/status'
import type { Listable } from '../../photos/counts'
import { readRest, restOf, restReading, stopRest } from '../../photos/whole/rest-reading'
import { errorWords } from '../../session/error-words'
import { Button } from '../../ui/button'
import { RetryButton } from '../../ui/failure'
import { Progress } from '../../ui/progress'
import { amountWords } from '../../photos/whole/amount-words'

/** What was not looked through, and the way to read it. */
export function RestLine({ listable }: { listable: Listable }) {
  const client = useQueryClient()
  const { phase, done, of, error } = useStore(restReading)
  const { unread, hasUnlisted, toRead, mayMiss } = restOf(client, listable)
  const read = (isAgreed = false) => void readRest(client, toRead, isAgreed)
  const isBusy = phase === 'counting' || phase === 'reading'
  const names = [...unread.map(statusLabel), 'Discarded', 'unknown statuses']

  if (isBusy) {
    return (
      <p className="flex flex-wrap items-center gap-2">
        {phase === 'counting' ? 'Counting photos…' : <Progress label="Loading photos" done={done} of={of} />}
        <Button onClick={stopRest}>Stop</Button>
      </p>
    )
  }
  return (
    <>
      {mayMiss && <p>A list changed while it was loading, so some photos may be missing.</p>}
      <p className="wrap-anywhere">
        {hasUnlisted ? 'All photos were looked through.' : `Not loaded: ${names.join(', ')}.`}
      </p>
      {phase === 'failed' && (
        <p role="alert" className="flex flex-wrap items-center gap-2">
          Not all photos could be loaded. {errorWords(error).text}
          <RetryButton words={errorWords(error)} onRetry={() => read()} />
        </p>
      )}
      {phase === 'asking' && (
        <p className="flex flex-wrap items-center gap-2">
          That is {amountWords(of ?? 0)}.
          <Button onClick={() => read(true)}>Load all {numberWords(of ?? 0)}</Button>
          <Button onClick={stopRest}>Cancel</Button>
        </p>
      )}
      {phase === 'idle' && !hasUnlisted && (
        <Button className="justify-self-start" onClick={() => read()}>
          {toRead[0] === 'ALL' ? 'Load all photos' : 'Load them'}
        </Button>
      )}
    </>
  )
}
