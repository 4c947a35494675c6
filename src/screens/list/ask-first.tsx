import { Message } from '../../ui/message'
import { AskActions } from './ask-actions'
import { amountWords } from './amount-words'
import type { WholeState, WholeStatus } from '../../photos/whole/whole-status'

/** Says what reading everything means before it is begun. */
export function AskFirst({ state: { total }, whole }: { state: WholeState; whole: WholeStatus }) {
  return (
    <Message title={amountWords(total ?? 0)} action={<AskActions whole={whole} />}>
      CloudCard can't search, filter, or sort, so Loupe has to load all of these photos first. This can take a
      while.
    </Message>
  )
}
