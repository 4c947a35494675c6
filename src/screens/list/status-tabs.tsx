import { memo } from 'react'
import { Link } from '../../ui/link'
import { countText, type KnownCount, type Listable } from '../../photos/counts'
import { patchFor, unlistedWords } from '../../photos/listable'
import { listAddress } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import { ExplainTopic } from '../../fields/explanations'
import { statusFilters, statusLabel, type StatusFilter } from '../../fields/status'

/** One link per status, to the beginning of its list; what is known of its count follows in the link. */
export const StatusTabs = memo(function StatusTabs({
  counts,
  listable,
}: {
  counts: Record<StatusFilter, KnownCount | null>
  /** false: CloudCard has no list of it. */
  listable: Listable
}) {
  const search = useListSearch()
  const addressOf = (status: StatusFilter) =>
    listAddress(search, { page: 1, ...patchFor(status, search, listable[status]) })
  return (
    <nav
      aria-label="Photo status"
      className="shrink-0 print:hidden overflow-x-auto border-b border-line bg-canvas px-4 [scrollbar-width:none]"
    >
      <ul className="flex min-h-[calc(2.5rem-1px)] gap-6">
        {statusFilters.map((status) => (
          <li key={status} className="flex">
            <Link
              ref={status === search.status ? bringIntoSight : undefined}
              to={addressOf(status)}
              title={listable[status] === false ? unlistedWords(status) : undefined}
              aria-current={status === search.status ? 'page' : undefined}
              className="flex min-w-8 flex-col border-b-2 border-transparent pt-1 leading-[1.125rem] whitespace-nowrap text-text-2 -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-text"
            >
              {statusLabel(status)}
              {counts[status] && ' '}
              {/* Under the word its room is always there: nothing moves when numbers come, and the tabs stand evenly. */}
              <span className="min-h-3.5 text-xs leading-3.5 font-normal text-text-3 tabular-nums">
                {counts[status] && countText(counts[status])}
              </span>
            </Link>
          </li>
        ))}
        <li className="flex items-center">
          <ExplainTopic topic="statuses" isStop={false} />
        </li>
      </ul>
    </nav>
  )
})

/** On a narrow screen the tabs scroll sideways; the current one may be out of sight. */
const bringIntoSight = (tab: Element | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
