import { wallTimeOf } from '../../base/clock'
import { numberWords as number } from '../../base/words'
import { Button } from '../../ui/button'
import { FailureLine } from '../../ui/failure'
import { Line } from '../../ui/line'
import { Progress } from '../../ui/progress'
import { errorWords } from '../../session/error-words'
import { photosOf } from '../../fields/status'
import { clockTime } from '../../fields/kinds/time'
import { AskActions } from './ask-first'
import { amountWords } from '../../photos/whole/amount-words'
import type { PhotoList, Reader } from '../../photos/sources/photo-list'
import type { WholeState } from '../../photos/whole/whole-status'

/** What the list covers while not every photo of the status is at hand, and what can be done about it. */
export function ReadingLine({
  list,
  reader,
  onShowUnreadable,
}: {
  list: PhotoList
  reader: Reader
  /** null where they are shown, or hidden by nothing. */
  onShowUnreadable: (() => void) | null
}) {
  const { state, whole } = reader
  const { phase, total, read, goal, limit, isProven, left, error, readAt } = state
  const photos = photosOf(list.search.status)

  if (phase === 'failed')
    return <FailureLine title={failureTitle(state, photos)} words={errorWords(error)} onRetry={whole.goOn} />
  if (phase === 'counting') return <Line>Counting {photos}…</Line>
  if (phase === 'asking') {
    // Else it is asked in the place of the list.
    return list.rows.count === 0 ? null : (
      <Line actions={<AskActions {...reader} />}>
        Not searched yet: {amountWords(reader.state.total ?? 0)}.
      </Line>
    )
  }
  if (phase === 'reading') {
    return (
      <Line actions={<Button onClick={whole.stop}>Stop</Button>}>
        <Progress label={`Loading ${photos}`} done={read} of={goal} />
      </Line>
    )
  }
  if (phase === 'stopped') {
    return (
      <Line actions={<Button onClick={whole.goOn}>Load the rest</Button>}>
        Stopped: only {number(read)} of {goal === null ? 'the' : number(goal)} {photos} are searched.
      </Line>
    )
  }
  if (!isProven) {
    return (
      <Line warning="text-fair" actions={<Button onClick={whole.readAnew}>Load again</Button>}>
        The list changed while it was loading. Some photos may be missing.
      </Line>
    )
  }
  if (limit !== null && total !== null && total > limit) {
    return (
      <Line actions={<Button onClick={whole.readAll}>Load all</Button>}>
        Only the newest {number(read)} of {number(total)} {photos} are searched.
      </Line>
    )
  }
  if (left > 0) {
    return (
      <Line actions={<Button onClick={whole.readAnew}>Load again</Button>}>
        {number(left)} of these {left === 1 ? 'photos has' : 'photos have'} left the list by{' '}
        {clockTime(wallTimeOf(readAt))}.
      </Line>
    )
  }
  if (state.unreadable > 0 && onShowUnreadable) {
    return (
      <Line
        warning="text-fair"
        actions={<Button onClick={onShowUnreadable}>Show {state.unreadable === 1 ? 'it' : 'them'}</Button>}
      >
        {number(state.unreadable)} {state.unreadable === 1 ? 'photo' : 'photos'} could not be read, so
        searches and filters can't find {state.unreadable === 1 ? 'it' : 'them'}.
      </Line>
    )
  }
  return null
}

function failureTitle({ isComplete, read, goal }: WholeState, photos: string): string {
  if (isComplete) return 'The list could not be refreshed'
  return read === 0
    ? `The ${photos} could not be loaded`
    : `Some could not be loaded: only ${number(read)} of ${number(goal ?? read)} ${photos} are searched`
}
