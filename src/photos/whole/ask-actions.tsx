import { Button } from '../../components/button'
import type { WholeStatus } from './whole-status'
import { askAbove } from './whole-statuses'

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
