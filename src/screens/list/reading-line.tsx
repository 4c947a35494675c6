import type { ReactNode } from 'react'
import { wallTimeOf } from '../../base/clock'
import { counted, numberWords as number } from '../../base/words'
import { Button } from '../../ui/button'
import { FailureLine } from '../../ui/failure'
import { Line } from '../../ui/line'
import { Progress } from '../../ui/progress'
import { errorWords } from '../../session/error-words'
import { photosOf } from '../../fields/status'
import { clockTime } from '../../fields/kinds/time'
import { AskActions } from './ask-first'
import { noFilters } from '../../photos/filters/filters'
import { filterAlone } from '../../photos/shown-search'
import { amountWords } from '../../photos/whole/amount-words'
import type { PhotoList, Reader } from '../../photos/sources/photo-list'
import type { WholeState } from '../../photos/whole/whole-status'

/** For a line about a status that is read as a whole, above the list or in the dialog for a file of it. */
export type WholeLineProps = { list: PhotoList; reader: Reader; isForFile?: boolean }

/** What the list covers while not every photo of the status is at hand, and what can be done about it. */
export function ReadingLine({ list, reader, isForFile = false }: WholeLineProps) {
  const { state, whole } = reader
  const { phase, total, read, goal, limit, isProven, left, error, readAt } = state
  const { status, filters } = list.search
  const photos = photosOf(status)

  if (phase === 'failed')
    return <FailureLine title={failureTitle(state, photos)} words={errorWords(error)} onRetry={whole.goOn} />
  if (phase === 'counting') return line(`Counting ${photos}…`)
  if (phase === 'asking') {
    // Else it is asked in the place of the list.
    if (list.rows.count === 0) return null
    return line(`Not searched yet: ${amountWords(total ?? 0)}.`, <AskActions {...reader} />)
  }
  if (phase === 'reading') {
    const progress = <Progress label={`Loading ${photos}`} done={read} of={goal} />
    return line(progress, <Button onClick={whole.stop}>Stop</Button>)
  }
  if (phase === 'stopped') {
    const of = goal === null ? 'the' : number(goal)
    const words = `Stopped: only ${number(read)} of ${of} ${photos} are searched.`
    return line(words, <Button onClick={whole.goOn}>Load the rest</Button>)
  }
  const again = <Button onClick={whole.readAnew}>Load again</Button>
  if (!isProven)
    return line('The list changed while it was loading. Some photos may be missing.', again, 'text-fair')
  if (limit !== null && total !== null && total > limit) {
    const words = `Only the newest ${number(read)} of ${number(total)} ${photos} are searched.`
    return line(words, <Button onClick={whole.readAll}>Load all</Button>)
  }
  if (left > 0) {
    const have = left === 1 ? 'photos has' : 'photos have'
    const at = clockTime(wallTimeOf(readAt))
    return line(`${number(left)} of these ${have} left the list by ${at}.`, again)
  }
  if (state.unreadable > 0 && list.isNarrowed && !filters.unreadable && !isForFile) {
    const them = state.unreadable === 1 ? 'it' : 'them'
    return line(
      `${counted(state.unreadable, 'photo')} could not be read, so searches and filters can't find ${them}.`,
      <Button onClick={() => filterAlone({ ...noFilters, unreadable: true })}>Show {them}</Button>,
      'text-fair',
    )
  }
  return null
}

const line = (words: ReactNode, actions?: ReactNode, warning?: 'text-fair') => (
  <Line actions={actions} {...(warning && { warning })}>
    {words}
  </Line>
)

function failureTitle({ isComplete, read, goal }: WholeState, photos: string): string {
  if (isComplete) return 'The list could not be refreshed'
  return read === 0
    ? `The ${photos} could not be loaded`
    : `Some could not be loaded: only ${number(read)} of ${number(goal ?? read)} ${photos} are searched`
}
