import { memo, useEffect, useRef } from 'react'
import { Link } from 'react-router-dom'
import { paths } from '../../paths'
import { countText, type KnownCount } from '../counts'
import { formatSearch, nextSearch, type PhotoSearch } from '../photo-search'
import { statusFilters, statusLabel, type StatusFilter } from '../status'

/**
 * One link per status; what is known of its count follows in the link. Not drawn again while photos are stepped through:
 * no tab leads to one.
 */
export const StatusTabs = memo(function StatusTabs({ search, counts }: Tabs) {
  return (
    <nav
      aria-label="Photo status"
      className="h-10 shrink-0 overflow-x-auto border-b border-line bg-canvas px-4 [scrollbar-width:none]"
    >
      <ul className="flex h-full gap-3">
        {statusFilters.map((status) => (
          <li key={status} className="h-full">
            <StatusTab
              status={status}
              to={paths.photos(formatSearch(nextSearch(search, { status })))}
              isCurrent={status === search.status}
              count={counts[status]}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}, areSame)

type Tabs = { search: PhotoSearch; counts: Record<StatusFilter, KnownCount | null> }

function areSame(before: Tabs, after: Tabs): boolean {
  const query = ({ search }: Tabs) => formatSearch({ ...search, page: 1, photo: null })
  return before.counts === after.counts && query(before) === query(after)
}

function StatusTab({
  status,
  to,
  isCurrent,
  count,
}: {
  status: StatusFilter
  to: string
  isCurrent: boolean
  count: KnownCount | null
}) {
  const link = useRef<HTMLAnchorElement>(null)
  const number = count && countText(count)
  // On a narrow screen the tabs scroll sideways; the current one may be out of sight.
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isCurrent])
  return (
    <Link
      ref={link}
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex h-full min-w-6 items-center gap-2 border-b-2 border-transparent whitespace-nowrap text-text-2 -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-text"
    >
      {statusLabel(status)}
      {number && ' '}
      {/* Its room is kept, so that nothing moves when numbers come. */}
      <span className="min-w-13 font-normal text-text-3 tabular-nums">{number}</span>
    </Link>
  )
}
