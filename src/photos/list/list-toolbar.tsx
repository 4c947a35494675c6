import type { RefObject } from 'react'
import { Button } from '../../components/button'
import { Icon } from '../../components/icon'
import { SearchField } from './search-field'
import { clockTime, isoTime } from '../time'

/** Searching, and how old what is shown is. */
export function ListToolbar({
  text,
  onSearch,
  fieldRef,
  readAt,
  isReading,
  onRefresh,
}: {
  text: string
  onSearch: (text: string) => void
  fieldRef: RefObject<HTMLInputElement | null>
  /** epoch ms; null while nothing was read */
  readAt: number | null
  isReading: boolean
  onRefresh: () => void
}) {
  return (
    <div className="flex shrink-0 items-center gap-3 border-b border-line bg-surface px-4 py-2 sm:h-12 sm:py-0">
      <SearchField text={text} onSearch={onSearch} fieldRef={fieldRef} note="this page only" />
      <div className="ml-auto flex items-center gap-1 text-text-2">
        <span className="hidden min-w-24 text-right whitespace-nowrap min-[24rem]:inline-block">
          {readAt === null ? (
            isReading ? null : (
              'not read yet'
            )
          ) : (
            <>
              as of <time dateTime={isoTime(readAt)}>{clockTime(readAt)}</time>
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
      </div>
    </div>
  )
}
