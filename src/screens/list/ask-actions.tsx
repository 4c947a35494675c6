import { Button } from '../../ui/button'
import type { WholeStatus } from '../../photos/whole/whole-status'
import { askAbove } from '../../photos/whole/whole-statuses'

/** Both answers to whether so many photos are to be read. */
export function AskActions({ whole }: { whole: WholeStatus }) {
  return (
    <>
      <Button look="filled" onClick={whole.readNewest}>
        Load the newest {askAbove.toLocaleString('en')}
      </Button>
      <Button onClick={whole.readAll}>Load all</Button>
    </>
  )
}
