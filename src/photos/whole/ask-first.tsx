import { Button } from '../../components/button'
import { Message } from '../../components/message'
import type { WholeState, WholeStatus } from './whole-status'
import { askAbove } from './whole-statuses'

/** A row of a list as CloudCard sends it, in bytes (seen in the vendor's example). */
const rowBytes = 2_370

/** Says what reading everything means before it is begun. */
export function AskFirst({ state: { total }, whole }: { state: WholeState; whole: WholeStatus }) {
  const count = total ?? 0
  const megabytes = Math.round((count * rowBytes) / 1_000_000).toLocaleString('en')
  return (
    <Message
      title={`${count.toLocaleString('en')} photos, about ${megabytes} MB`}
      action={
        <>
          <Button look="filled" onClick={whole.readNewest}>
            Read the newest {askAbove.toLocaleString('en')}
          </Button>
          <Button onClick={whole.readAll}>Read all</Button>
        </>
      }
    >
      CloudCard can neither search, filter nor sort: Loupe has to read the photos for it. That can take a
      while.
    </Message>
  )
}
