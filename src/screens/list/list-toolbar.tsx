import { memo, type ReactNode, type RefObject } from 'react'
import { wallTimeOf } from '../../base/clock'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { News } from '../../queue/news'
import { FilterBar } from '../filters/filter-bar'
import type { FilterCounts } from '../../photos/filters/filter-facets'
import type { View } from '../../photos/photo-search'
import { clockTime, isoTime } from '../../fields/kinds/time'
import { NewsLine } from './news-line'
import { SearchField } from './search-field'
import { ViewSwitch } from './view-switch'

/** Searching and filtering, and how old what is shown is. */
export const ListToolbar = memo(function ListToolbar({
  fieldRef,
  counts,
  onClear,
  news,
  onShowNews,
  readAt,
  isReading,
  onRefresh,
  onView,
  exporting,
}: {
  fieldRef: RefObject<HTMLInputElement | null>
  counts: FilterCounts | null
  onClear: () => void
  news: News
  onShowNews: () => void
  /** epoch ms; null while nothing was read */
  /** By `browserClock`. */
  readAt: number | null
  isReading: boolean
  onRefresh: () => void
  onView: (view: View) => void
  /** What saves the list as a file, where it is narrow. */
  exporting: ReactNode
}) {
  return (
    <div className="flex shrink-0 flex-wrap print:hidden items-center gap-2 border-b border-line bg-surface px-4 py-2 sm:min-h-12 sm:py-0">
      <SearchField fieldRef={fieldRef} />
      <FilterBar counts={counts} onClear={onClear} more={exporting} />
      <div className="ml-auto flex items-center gap-1 text-text-2">
        <NewsLine news={news} onShow={onShowNews} />
        <span className="hidden min-w-24 text-right whitespace-nowrap min-[24rem]:inline-block">
          {readAt === null ? (
            isReading ? null : (
              'not loaded yet'
            )
          ) : (
            <>
              as of <time dateTime={isoTime(wallTimeOf(readAt))}>{clockTime(wallTimeOf(readAt))}</time>
            </>
          )}
        </span>
        <Button
          look="icon"
          aria-label="Refresh"
          title="Refresh"
          onClick={onRefresh}
          className="h-11 w-11 text-text sm:h-8 sm:w-8"
        >
          <Icon name="refresh" className={`size-4 ${isReading ? 'animate-spin' : ''}`} />
        </Button>
        <ViewSwitch onChange={onView} />
      </div>
    </div>
  )
})
