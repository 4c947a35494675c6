import { Message } from '../../components/message'
import { AskActions } from './ask-actions'
import { amountWords } from './amount-words'
import type { WholeState, WholeStatus } from './whole-status'

/** Says what reading everything means before it is begun. */
export function AskFirst({ state: { total }, whole }: { state: WholeState; whole: WholeStatus }) {
  return (
    <Message title={amountWords(total ?? 0)} action={<AskActions whole={whole} />}>
      CloudCard can neither search, filter nor sort: Loupe has to read the photos for it. That can take a
      while.
    </Message>
  )
}
