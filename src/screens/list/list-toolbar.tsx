import { memo } from 'react'
import { wallTimeOf } from '../../base/clock'
import { counted } from '../../base/words'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import type { News } from '../../queue/news'
import { FilterBar } from '../filters/filter-bar'
import { SearchField } from '../filters/search-field'
import type { PhotoList, Reading } from '../../photos/sources/photo-list'
import type { View } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import { clockTime, isoTime } from '../../fields/kinds/time'
import { ExportButton } from './export-button'
import type { useNews } from './use-news'

const views = [
  { name: 'table', icon: 'menu', label: 'Table' },
  { name: 'grid', icon: 'grid', label: 'Grid' },
] as const

const exporting = <ExportButton />

/** Searching and filtering, and how old what is shown is. */
export const ListToolbar = memo(function ListToolbar({
  counts,
  reading: { data, readAt, isFetching },
  news: { news, refresh, showNews },
  onView,
}: {
  counts: PhotoList['counts']
  reading: Reading
  news: ReturnType<typeof useNews>
  onView: (view: View) => void
}) {
  const view = useListSearch(({ view }) => view)
  const time = data !== undefined && readAt && wallTimeOf(readAt)
  return (
    <div className="flex shrink-0 flex-wrap print:hidden items-center gap-2 border-b border-line bg-surface px-4 py-2 sm:min-h-12 sm:py-0">
      <SearchField />
      <FilterBar counts={counts} more={exporting} />
      <div className="ml-auto flex items-center gap-1 text-text-2">
        {/* Nothing moves until somebody asks for what has arrived. */}
        <div role="status" className="flex items-center gap-1 whitespace-nowrap text-text">
          {news.kind !== 'none' && (
            <>
              {newsWords(news)}
              <Button
                look="quiet"
                // Beside it stands the button Refresh, which does more.
                aria-label={news.kind === 'changed' ? 'Refresh list' : undefined}
                onClick={showNews}
                className="text-accent"
              >
                {news.kind === 'arrived' ? 'Show' : 'Refresh'}
              </Button>
            </>
          )}
        </div>
        <span className="hidden min-w-24 text-right whitespace-nowrap min-[24rem]:inline-block">
          {time ? (
            <>
              as of <time dateTime={isoTime(time)}>{clockTime(time)}</time>
            </>
          ) : (
            !isFetching && 'not loaded yet'
          )}
        </span>
        <Button
          look="icon"
          aria-label="Refresh"
          title="Refresh"
          onClick={refresh}
          className="h-11 w-11 text-text sm:h-8 sm:w-8"
        >
          <Icon name="refresh" className={`size-4 ${isFetching ? 'animate-spin' : ''}`} />
        </Button>
        <div role="group" aria-label="View" className="flex rounded-control border border-line-2">
          {views.map(({ name, icon, label }) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === view}
              onClick={() => onView(name)}
              className="flex h-11 items-center gap-2 px-3 text-text-2 -outline-offset-2 first:rounded-l-[5px] last:rounded-r-[5px] hover:bg-hover aria-pressed:bg-selected aria-pressed:text-accent sm:h-[1.875rem]"
            >
              <Icon name={icon} />
              <span className="max-sm:sr-only">{label}</span>
            </button>
          ))}
        </div>
      </div>
    </div>
  )
})

function newsWords(news: Exclude<News, { kind: 'none' }>): string {
  if (news.kind === 'changed') return 'the list changed'
  if (news.isMore) return `${news.count}+ new`
  return counted(news.count, 'new photo')
}
