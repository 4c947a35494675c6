import { Button } from '../../ui/button'
import { Message } from '../../ui/message'
import { photosOf } from '../../fields/status'
import type { ListSearch } from '../../photos/photo-search'
import { setSearch } from '../../photos/shown-search'

/** A list, or a page of it, that holds nothing. */
export function NoPhotos({ search, onRetry }: { search: ListSearch; onRetry: () => void }) {
  if (search.page > 1) {
    return (
      <Message
        title="This page is past the end"
        action={
          <Button icon="first" onClick={() => setSearch({ page: 1 })}>
            First page
          </Button>
        }
      >
        The list is shorter now, or was never this long.
      </Message>
    )
  }
  return (
    <Message
      title={`No ${photosOf(search.status)}`}
      action={
        <Button icon="refresh" onClick={onRetry}>
          Load again
        </Button>
      }
    >
      {search.status === 'PENDING' ? 'Every photo has been decided.' : 'There are none right now.'}
    </Message>
  )
}
