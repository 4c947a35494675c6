import { Line } from '../../ui/line'
import { Link } from '../../ui/link'
import type { Photo } from '../../cloudcard/photo'
import { listAddress, type ListSearch } from '../../photos/photo-search'
import { statusFilters, statusLabel } from '../../fields/status'

/** The person that was searched for has a photo, but not in this list. */
export function ElsewhereLine({ photo, search }: { photo: Photo; search: ListSearch }) {
  const status = statusFilters.find((filter) => filter === photo.status) ?? 'ALL'
  return (
    <Line role="status">
      The photo of {photo.cardholder.email || photo.cardholder.username || 'this person'} is in{' '}
      {statusLabel(photo.status)}.{' '}
      <Link
        to={listAddress(search, { status, photo: photo.id })}
        className="inline-flex min-h-8 items-center text-accent underline"
      >
        Show it there
      </Link>
    </Line>
  )
}
