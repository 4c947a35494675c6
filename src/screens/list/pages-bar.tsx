import { memo, useState, type ReactNode } from 'react'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { isComposed } from '../../base/writing'
import { ListTray } from './list-tray'
import { everyPhoto, perPageChoices, type PerPage } from '../../photos/photo-search'
import { setSearch, useListSearch } from '../../photos/shown-search'

/** Turning pages, and the place in the queue as the polite status line. */
export const PagesBar = memo(function PagesBar({
  setPerPage,
  status,
  pages,
  isAtStart,
  nextOffReason,
  onNext,
  hasTray,
  exporting,
}: {
  setPerPage: (max: PerPage) => void
  /** What the list shows or waits for, in words. */
  status: string
  /** How many there are; null while that is not known. */
  pages: number | null
  /** No photo comes before those of this page, whatever its number. */
  isAtStart: boolean
  nextOffReason: string | undefined
  onNext: () => void
  /** No photo is open, which would have the decisions beside it. */
  hasTray: boolean
  /** What saves the list as a file; the same element as long as the list is. */
  exporting: ReactNode
}) {
  const { page, max } = useListSearch()
  const firstOff = page === 1 ? 'This is the first page' : undefined
  const lastOff =
    pages === null
      ? "The number of pages isn't known yet"
      : page === pages
        ? 'This is the last page'
        : undefined
  const edge = 'max-sm:hidden'
  const step = 'h-11 w-11 sm:h-8 sm:w-8'

  return (
    <nav
      aria-label="Pages"
      className="flex min-h-14 shrink-0 print:hidden flex-wrap items-center gap-x-2 border-t border-line bg-canvas px-4 sm:min-h-12"
    >
      <p
        role="status"
        className="order-2 min-w-0 flex-1 text-center sm:order-none sm:flex-none sm:text-left sm:whitespace-nowrap"
      >
        {/* Other words are other text: they come, and do not push the old ones aside. */}
        <span key={status}>{status}</span>
      </p>
      {hasTray && <ListTray />}
      {exporting}
      <label className="hidden items-center gap-2 sm:flex">
        <span className="text-text-2 @max-oneline/list:sr-only">Photos per page</span>
        <select
          value={max}
          onChange={(event) => setPerPage(Number(event.target.value) as PerPage)}
          className="h-8 rounded-control border border-control bg-surface px-2"
        >
          {perPageChoices.map((choice) => (
            <option key={choice} value={choice}>
              {choice === everyPhoto ? 'All' : choice}
            </option>
          ))}
        </select>
      </label>
      <Button
        look="icon"
        aria-label="First page"
        offReason={firstOff}
        onClick={() => setSearch({ page: 1 })}
        className={`${edge} ml-4`}
      >
        <Icon name="first" />
      </Button>
      <Button
        look="icon"
        aria-label="Previous page"
        offReason={firstOff ?? (isAtStart ? 'No photos come before these' : undefined)}
        onClick={() => setSearch({ page: page - 1 })}
        className={`order-1 sm:order-none ${step}`}
      >
        <Icon name="previous" />
      </Button>
      <PageField page={page} onGo={(target) => setSearch({ page: target })} />
      {/* Its room is kept, so that nothing moves when the number comes. */}
      <span className="hidden min-w-13 text-text-2 sm:inline">
        {pages !== null && `of ${pages.toLocaleString('en')}`}
      </span>
      <Button
        look="icon"
        aria-label="Next page"
        offReason={nextOffReason}
        onClick={onNext}
        className={`order-3 sm:order-none ${step}`}
      >
        <Icon name="next" />
      </Button>
      <Button
        look="icon"
        aria-label="Last page"
        offReason={lastOff}
        onClick={() => pages !== null && setSearch({ page: pages })}
        className={edge}
      >
        <Icon name="last" />
      </Button>
    </nav>
  )
})

/** Typing a number and Enter, or leaving the field, goes there. */
function PageField({ page, onGo }: { page: number; onGo: (page: number) => void }) {
  const [draft, setDraft] = useState(String(page))
  const [seenPage, setSeenPage] = useState(page)
  if (seenPage !== page) {
    setSeenPage(page)
    setDraft(String(page))
  }

  function go() {
    const target = Number(draft)
    if (Number.isInteger(target) && target >= 1 && target <= 999_999) {
      if (target !== page) onGo(target)
    } else setDraft(String(page))
  }

  return (
    <label className="hidden items-center gap-2 sm:flex">
      <span className="text-text-2">Page</span>
      <input
        type="number"
        min={1}
        max={999_999}
        inputMode="numeric"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={go}
        onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !isComposed(nativeEvent) && go()}
        className="h-8 w-14 [appearance:textfield] rounded-control border border-control bg-surface px-2 text-center [&::-webkit-inner-spin-button]:appearance-none"
      />
    </label>
  )
}
