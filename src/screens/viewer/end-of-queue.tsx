import { useEffect, useRef } from 'react'
import { Link } from '../../ui/link'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { paths } from '../../base/paths'
import { statusLabel } from '../../fields/status'
import { tallyWords, useTally } from '../../desk/tally'
import { Tray } from '../../desk/tray'
import { isFiltered, noFilters } from '../../photos/filters/filters'
import { formatSearch, nextSearch } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'

const number = (count: number) => count.toLocaleString('en')

/** In the place of the photo, once none follows that waits: what was done, and what is left. */
export function EndOfQueue({
  list: { total, isNarrowed },
  onClose,
}: {
  list: PhotoList
  onClose: () => void
}) {
  const search = useListSearch()
  const heading = useRef<HTMLHeadingElement>(null)
  const tally = useTally()
  const left = total?.total ?? null
  // Those that were skipped are left as well, and named apart from the ones that nobody has looked at.
  const waiting = left === null ? null : Math.max(0, left - (search.status === 'PENDING' ? tally.skipped : 0))
  const isDone = waiting === 0 && !isNarrowed
  const beginning = formatSearch({ ...search, page: 1 })
  const skipped = formatSearch(
    nextSearch(search, {
      status: 'PENDING',
      filters: { ...noFilters, skipped: true },
      sort: null,
      page: 1,
      photo: null,
    }),
  )
  const isAtSkipped = isFiltered(search.filters) && search.filters.skipped

  // What had the focus went away with the photo.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <section aria-label="End of the list" className="beside-list appear flex flex-col bg-well">
      <div className="absolute top-2 right-2">
        <Button look="icon" aria-label="Close" onClick={onClose} className="h-11 w-11">
          <Icon name="close" />
        </Button>
      </div>
      <div className="m-auto grid w-full max-w-[20rem] gap-2 p-4">
        <h2 ref={heading} tabIndex={-1} className="rounded-row text-xl leading-7 font-semibold">
          {isDone ? 'All done' : 'End of the list'}
        </h2>
        {tallyWords(tally) && <p>{tallyWords(tally)} in this session.</p>}
        <p role="status" className="text-text-2">
          {leftWords(waiting, left ?? 0, statusLabel(search.status).toLowerCase(), isNarrowed)}
        </p>
        <div className="mt-2 grid gap-2">
          {tally.skipped > 0 && !isAtSkipped && (
            <Link to={paths.photos(skipped)} className={action}>
              Look at the {tally.skipped === 1 ? 'one' : number(tally.skipped)} you skipped
            </Link>
          )}
          {waiting !== null && waiting > 0 && (
            <Link to={paths.photos(beginning)} onClick={onClose} className={action}>
              Go to the beginning
            </Link>
          )}
          <Link to={paths.record()} className="flex min-h-8 items-center text-accent">
            My decisions
          </Link>
        </div>
      </div>
      <Tray className="h-12 shrink-0 border-t border-line bg-canvas" />
    </section>
  )
}

const action =
  'flex min-h-11 items-center justify-center rounded-control border border-line-2 bg-surface px-4 font-semibold hover:bg-hover'

function leftWords(waiting: number | null, left: number, status: string, isNarrowed: boolean): string {
  const among = isNarrowed ? ' of those that match' : ''
  if (waiting === null) return 'No photo follows that still waits. How many wait before it is not known yet.'
  if (waiting === 0 && left > 0) return `Only what you skipped is still ${status}.`
  if (waiting === 0)
    return isNarrowed ? 'No photo that matches is left to decide.' : 'No photo is left to decide.'
  return `${number(waiting)}${among} ${waiting === 1 ? 'is' : 'are'} still ${status}: they come before this place in the list.`
}
