import { memo, useEffect, useRef } from 'react'
import { Link } from '../../ui/link'
import { paths } from '../../base/paths'
import { countText, type KnownCount, type Listable } from '../../photos/counts'
import { patchFor, unlistedWords } from '../../photos/listable'
import { formatSearch, nextSearch } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import { ExplainTopic } from '../../fields/explanations'
import { statusFilters, statusLabel, type StatusFilter } from '../../fields/status'

/** One link per status, to the beginning of its list; what is known of its count follows in the link. */
export const StatusTabs = memo(function StatusTabs({
  counts,
  listable,
}: {
  counts: Record<StatusFilter, KnownCount | null>
  listable: Listable
}) {
  return (
    <nav
      aria-label="Photo status"
      className="shrink-0 print:hidden overflow-x-auto border-b border-line bg-canvas px-4 [scrollbar-width:none]"
    >
      <ul className="flex min-h-[calc(2.5rem-1px)] gap-6">
        {statusFilters.map((status) => (
          <li key={status} className="flex">
            <StatusTab status={status} count={counts[status]} isListable={listable[status]} />
          </li>
        ))}
        <li className="flex items-center">
          <ExplainTopic topic="statuses" isStop={false} />
        </li>
      </ul>
    </nav>
  )
})

function StatusTab({
  status,
  count,
  isListable,
}: {
  status: StatusFilter
  count: KnownCount | null
  /** false: CloudCard has no list of it. */
  isListable: boolean | undefined
}) {
  const search = useListSearch()
  const isCurrent = status === search.status
  const link = useRef<HTMLAnchorElement>(null)
  const number = count && countText(count)
  // On a narrow screen the tabs scroll sideways; the current one may be out of sight.
  useEffect(() => {
    if (isCurrent) link.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isCurrent])
  return (
    <Link
      ref={link}
      to={paths.photos(
        formatSearch(nextSearch(search, { page: 1, ...patchFor(status, search, isListable) })),
      )}
      title={isListable === false ? unlistedWords(status) : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex min-w-8 flex-col border-b-2 border-transparent pt-1 leading-[1.125rem] whitespace-nowrap text-text-2 -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-text"
    >
      {statusLabel(status)}
      {number && ' '}
      {/* Under the word its room is always there: nothing moves when numbers come, and the tabs stand evenly. */}
      <span className="min-h-3.5 text-xs leading-3.5 font-normal text-text-3 tabular-nums">{number}</span>
    </Link>
  )
}
