import { numberWords } from '../../base/words'
import type { Reader } from '../../photos/sources/photo-list'
import { askAbove } from '../../photos/whole/whole-statuses'
import { Button } from '../../ui/button'
import { Message } from '../../ui/message'

/** Says what reading everything means before it is begun. */
export function AskFirst(reader: Reader) {
  return (
    <Message title={amountWords(reader)} action={<AskActions {...reader} />}>
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

/** A row of a list as CloudCard sends it, in bytes (seen in the vendor's example). */
const rowBytes = 2_370

/** What reading so many means: "61,240 photos, about 145 MB". */
export function amountWords({ state: { total } }: Reader): string {
  const photos = total ?? 0
  return `${numberWords(photos)} photos, about ${numberWords(Math.round((photos * rowBytes) / 1_000_000))} MB`
}
