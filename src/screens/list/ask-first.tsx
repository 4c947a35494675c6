import { numberWords } from '../../base/words'
import type { Reader } from '../../photos/sources/photo-list'
import { amountWords, askAbove } from '../../photos/whole/amount-words'
import { Button } from '../../ui/button'
import { Message } from '../../ui/message'

/** Says what reading everything means before it is begun. */
export function AskFirst(reader: Reader) {
  return (
    <Message title={amountWords(reader.state.total ?? 0)} action={<AskActions {...reader} />}>
      CloudCard can't search, filter, or sort, so Loupe has to load all of these photos first. This can take a
      while.
    </Message>
  )
}

/** Both answers to whether so many photos are to be read. */
export function AskActions({ whole }: Reader) {
  return (
    <>
      <Button look="filled" onClick={whole.readNewest}>
        Load the newest {numberWords(askAbove)}
      </Button>
      <Button onClick={whole.readAll}>Load all</Button>
    </>
  )
}
