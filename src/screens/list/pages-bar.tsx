import { memo, useEffect, useRef } from 'react'
import { isComposed } from '../../base/writing'
import { numberWords } from '../../base/words'
import { Button } from '../../ui/button'
import type { IconName } from '../../ui/icon'
import { useStateOf } from '../../ui/use-state-of'
import { useDecisionsOpen } from '../../desk/ledger/decided'
import { photoAt } from '../../photos/photo-rows'
import { everyPhoto, perPageChoices, type PerPage } from '../../photos/photo-search'
import { setSearch, useListSearch } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { ExportButton } from './export-button'
import { rangeWords, waitingWords } from './range-words'
import { PrintButton } from '../print/paper'
import { Tray } from './later-parts'

/** Turning pages, and the place in the queue as the polite status line. */
export const PagesBar = memo(function PagesBar({
  list,
  shown,
  setPerPage,
  hasTray,
}: {
  list: PhotoList
  /** The same, as it is drawn. */
  shown: PhotoList
  setPerPage: (max: PerPage) => void
  /** No photo is open, which would have the decisions beside it. */
  hasTray: boolean
}) {
  const search = useListSearch()
  const { page, max } = search
  const { pages } = list
  usePastEnd(list)
  const next = useNextPage(list, shown)
  // Never how many photos another status has.
  const range = shown.search.status === search.status ? rangeWords(shown) : waitingWords(search)
  const status = next.notice || range
  // No photo comes before those of this page, whatever its number.
  const isAtStart = list.isCurrent && list.rows.count > 0 && list.offset === 0
  const isTrayEmpty = useDecisionsOpen(({ open, together }) => together === null && open.size === 0)
  const firstOff = page === 1 ? 'This is the first page' : undefined
  const lastOff =
    pages === null
      ? "The number of pages isn't known yet"
      : page === pages
        ? 'This is the last page'
        : undefined
  const edge = 'max-sm:hidden'
  const step = 'sm:order-none h-11 w-11 sm:h-8 sm:w-8'
  const turn = (
    name: string,
    icon: IconName,
    offReason: string | undefined,
    onClick: () => void,
    className: string,
  ) => <Button look="icon" aria-label={`${name} page`} {...{ icon, offReason, onClick, className }} />

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
      {hasTray && (
        <div className="order-first min-w-0 basis-full max-sm:empty:hidden sm:order-none sm:flex-1 sm:basis-0">
          {!isTrayEmpty && <Tray className="mx-auto max-w-md" />}
        </div>
      )}
      <span className="ml-auto flex max-sm:hidden">
        <PrintButton />
        <ExportButton />
      </span>
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
      {turn('First', 'first', firstOff, () => setSearch({ page: 1 }), `${edge} ml-4`)}
      {turn(
        'Previous',
        'previous',
        firstOff ?? (isAtStart ? 'No photos come before these' : undefined),
        () => setSearch({ page: page - 1 }),
        `order-1 ${step}`,
      )}
      <PageField page={page} />
      {/* Its room is kept, so that nothing moves when the number comes. */}
      <span className="hidden min-w-13 text-text-2 sm:inline">
        {pages !== null && `of ${numberWords(pages)}`}
      </span>
      {turn('Next', 'next', next.offReason, next.go, `order-3 ${step}`)}
      {turn('Last', 'last', lastOff, () => pages !== null && setSearch({ page: pages }), edge)}
    </nav>
  )
})

/** A page beyond the end leads to the last one, as soon as it is known which that is. */
function usePastEnd({ search, isCurrent, rows, pages }: PhotoList): void {
  const isPastEnd = isCurrent && rows.count === 0 && pages !== null && pages < search.page
  // The answer to a question of its own, not to anything that was pressed.
  useEffect(() => {
    if (isPastEnd) setSearch({ page: pages }, { replace: true })
  }, [isPastEnd, pages])
}

/**
 * Next page: on while nobody knows whether there is one; pressing it then waits for the answer. It leads on from what was on the
 * screen when it was pressed: photos that were found behind that since are shown first.
 */
function useNextPage(list: PhotoList, shown: PhotoList) {
  const { search, hasNext, isCurrent, isAwaitingNext, setIsAwaitingNext } = list
  const page = search.page + 1
  const last = lastOf(list)
  const pressedAt = useRef<number | null>(null)
  // The answer comes from reading ahead, not from the press of the button.
  useEffect(() => {
    if (!isAwaitingNext || !isCurrent || hasNext === 'unknown') return
    setIsAwaitingNext(false)
    if (hasNext && last === (pressedAt.current ?? last)) setSearch({ page })
  }, [isAwaitingNext, isCurrent, hasNext, last, page, setIsAwaitingNext])

  return {
    offReason: isCurrent && !hasNext ? 'This is the last page' : undefined,
    notice: isAwaitingNext ? 'Looking for the next page…' : '',
    go() {
      // Who presses it while the page is on its way wants the one behind that.
      pressedAt.current = isCurrent ? lastOf(shown) : null
      if (hasNext !== true) setIsAwaitingNext(true)
      else if (last === (pressedAt.current ?? last)) setSearch({ page })
    },
  }
}

const lastOf = ({ rows }: PhotoList) => photoAt(rows, rows.count - 1)?.id ?? null

/** Typing a number and Enter, or leaving the field, goes there. */
function PageField({ page }: { page: number }) {
  const [draft, setDraft] = useStateOf(page, String(page))

  function go() {
    const target = Number(draft)
    // What was typed is over, wherever it leads: come back to, this page has its own number.
    setDraft(String(page))
    if (Number.isInteger(target) && target >= 1 && target <= 999_999 && target !== page)
      setSearch({ page: target })
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
