import { Button } from '../../components/button'
import { Message } from '../../components/message'
import { photosOf } from '../../photo/status'
import type { PhotoSearch } from '../photo-search'
import type { WholeList } from '../whole/use-whole-list'

/** Nothing matches, of what was read; how much that is is said with it. */
export function NoMatch({
  search,
  whole: { state },
  onClear,
}: {
  search: PhotoSearch
  whole: WholeList
  onClear: () => void
}) {
  const photos = photosOf(search.status)
  const read = (state?.read ?? 0).toLocaleString('en')
  const isAll = state?.phase === 'done' && state.limit === null
  return (
    <Message
      title={isAll ? 'No photo matches' : 'No photo matches yet'}
      action={<Button onClick={onClear}>Clear filters</Button>}
    >
      {isAll ? `All ${read} ${photos} were searched.` : `${read} ${photos} were searched so far.`} Lists carry
      no names: try the ID number or the e-mail.
    </Message>
  )
}
