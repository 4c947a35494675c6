import { Link } from '../../ui/link'
import type { Photo } from '../../cloudcard/photo'
import { paths } from '../../base/paths'
import { formatSearch, nextSearch, type ListSearch } from '../../photos/photo-search'
import { statusFilters, statusLabel } from '../../fields/status'

/** The person that was searched for has a photo, but not in this list. */
export function ElsewhereLine({ photo, search }: { photo: Photo; search: ListSearch }) {
  const status = statusFilters.find((filter) => filter === photo.status) ?? 'ALL'
  return (
    <p
      role="status"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-surface px-4"
    >
      The photo of {photo.cardholder.email || photo.cardholder.username || 'this person'} is in{' '}
      {statusLabel(photo.status)}.
      <Link
        to={paths.photos(formatSearch(nextSearch(search, { status, photo: photo.id })))}
        className="flex min-h-8 items-center text-accent underline"
      >
        Show it there
      </Link>
    </p>
  )
}
