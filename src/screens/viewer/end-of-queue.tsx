import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Link } from '../../ui/link'
import { Button } from '../../ui/button'
import { paths } from '../../base/paths'
import { numberWords as number } from '../../base/words'
import { statusLabel, type StatusFilter } from '../../fields/status'
import { unsentDecisions, useDecisionsOpen } from '../../desk/ledger/decided'
import { isUnsent } from '../../desk/ledger/held-decision'
import { tallyWords, useTally, type Tally } from '../../desk/tally'
import { Tray } from '../../desk/tray'
import { countText, type KnownCount, type Listable } from '../../photos/counts'
import { isFiltered, noFilters } from '../../photos/filters/filters'
import { patchFor } from '../../photos/listable'
import { listAddress, type PhotoSearch } from '../../photos/photo-search'
import { useListSearch } from '../../photos/shown-search'
import type { PhotoList } from '../../photos/sources/photo-list'
import { closePane } from './use-pane'

/** In the place of the photo, once none follows that waits: what was done, whether it has arrived, and what is left. */
export function EndOfQueue({
  list: { total, isNarrowed, reading },
  counts,
  listable,
  onReadAgain,
}: {
  list: PhotoList
  counts: Record<StatusFilter, KnownCount | null>
  listable: Listable
  onReadAgain: () => void
}) {
  const search = useListSearch()
  const heading = useRef<HTMLHeadingElement>(null)
  const [isAsked, setIsAsked] = useState(false)
  const tally = useTally()
  const left = total?.total ?? null
  // Those that were skipped are left as well, and named apart from the ones that nobody has looked at.
  const waiting = left === null ? null : Math.max(0, left - (search.status === 'PENDING' ? tally.skipped : 0))
  const isDone = waiting === 0 && !isNarrowed
  const isAtSkipped = isFiltered(search.filters) && search.filters.skipped
  const onHold = search.status === 'ON_HOLD' ? null : onHoldWords(counts.ON_HOLD, tally)
  const isReading = isAsked && reading.isFetching

  const whole = { filters: noFilters, sort: null, page: 1, photo: null }
  const to = (patch: Partial<PhotoSearch>) => listAddress(search, { ...whole, ...patch })
  const links = [
    tally.skipped > 0 &&
      !isAtSkipped && {
        words: `Look at the ${tally.skipped === 1 ? 'one' : number(tally.skipped)} you skipped`,
        to: to({ status: 'PENDING', filters: { ...noFilters, skipped: true } }),
      },
    waiting !== null &&
      waiting > 0 && {
        words: 'Go to the beginning',
        to: listAddress(search, { page: 1 }),
        onClick: closePane,
      },
    onHold !== null && {
      words: onHold,
      to: to(patchFor('ON_HOLD', { ...search, filters: noFilters }, listable.ON_HOLD)),
    },
  ].filter((link) => link !== false)

  // What had the focus went away with the photo.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  // The Enter that sent the last decision may still be down: only a new one is meant for this.
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.repeat) return
    heading.current?.parentElement?.querySelector<HTMLElement>('a, button')?.click()
  }

  return (
    <section aria-label="End of the list" className="beside-list appear flex flex-col bg-well">
      <div className="absolute top-2 right-2">
        <Button look="icon" icon="close" aria-label="Close" onClick={closePane} className="h-11 w-11" />
      </div>
      <div className="m-auto grid w-full max-w-[20rem] gap-2 p-4">
        {/* It has the focus first; Enter on it is the first of what can be done. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <h2
          ref={heading}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          className="rounded-row text-xl leading-7 font-semibold"
        >
          {isDone ? 'All done' : 'End of the list'}
        </h2>
        {tallyWords(tally) && <p>{tallyWords(tally)} in this session.</p>}
        <Arrived tally={tally} />
        <p role="status" className="text-text-2">
          {leftWords(waiting, left ?? 0, statusLabel(search.status).toLowerCase(), isNarrowed)}
        </p>
        <div className="mt-2 grid gap-2">
          {links.map(({ words, ...link }, place) => (
            <Link key={words} {...link} {...(place === 0 ? firstLook : otherLook)}>
              {words}
              {place === 0 && <Enter />}
            </Link>
          ))}
          <button
            type="button"
            aria-disabled={isReading || undefined}
            onClick={() => {
              if (isReading) return
              setIsAsked(true)
              onReadAgain()
            }}
            {...(links.length === 0 ? firstLook : otherLook)}
          >
            {isReading ? 'Reading the list…' : 'Read the list again'}
            {links.length === 0 && <Enter />}
          </button>
          <Link to={paths.record()} className="flex min-h-8 items-center text-accent">
            My decisions
          </Link>
        </div>
      </div>
      <Tray className="h-12 shrink-0 border-t border-line bg-canvas" />
    </section>
  )
}

const action = 'flex min-h-11 items-center justify-center gap-2 rounded-control px-4 font-semibold'
const otherLook = { className: `${action} border border-line-2 bg-surface hover:bg-hover` }
const firstLook = {
  className: `${action} bg-accent-fill text-on-accent active:bg-accent-press`,
  'aria-keyshortcuts': 'Enter',
}

function Enter() {
  return (
    <span aria-hidden="true" className="font-normal max-sm:hidden">
      Enter
    </span>
  )
}

/** Whether CloudCard has all that was decided. It is read out once it has: while they go out, the number changes too often. */
function Arrived({ tally }: { tally: Tally }) {
  const unsent = useDecisionsOpen(() => unsentDecisions().length)
  const failed = useDecisionsOpen(
    ({ open, failures }) => failures.size + [...open.values()].filter((held) => !isUnsent(held)).length,
  )
  if (tally.decided + failed + unsent === 0) return null
  return (
    <p role="status" aria-busy={unsent > 0} className="text-text-2">
      {unsent > 0 &&
        `${number(unsent)} ${unsent === 1 ? 'decision has' : 'decisions have'} not reached CloudCard yet. `}
      {failed > 0 &&
        `${number(failed)} did not go through and ${failed === 1 ? 'needs' : 'need'} another look.`}
      {unsent + failed === 0 &&
        (tally.decided === 1
          ? 'The decision has reached CloudCard.'
          : 'All decisions have reached CloudCard.')}
    </p>
  )
}

/** null where there is nothing on hold, as far as it is known. */
function onHoldWords(count: KnownCount | null, { onHold }: Tally): string | null {
  const known = count && countText(count)
  if (known && known !== '0') return `${known} on hold`
  return onHold > 0 ? 'Photos on hold' : null
}

function leftWords(waiting: number | null, left: number, status: string, isNarrowed: boolean): string {
  const among = isNarrowed ? ' of those that match' : ''
  if (waiting === null) return 'No photo follows that still waits. How many wait before it is not known yet.'
  if (waiting === 0 && left > 0) return `Only what you skipped is still ${status}.`
  if (waiting === 0)
    return isNarrowed ? 'No photo that matches is left to decide.' : 'No photo is left to decide.'
  return `${number(waiting)}${among} ${waiting === 1 ? 'is' : 'are'} still ${status}, elsewhere in the list.`
}
