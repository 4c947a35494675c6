import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { useStore } from '../../base/store'
import { numberWords as number } from '../../base/words'
import { Button } from '../../ui/button'
import { isUnderWay } from '../../desk/ledger/held-decision'
import { approve } from '../../desk/verdicts/approve'
import { isDecidable, refusedVerdicts, verdicts, type AnyVerdict } from '../../desk/verdicts/verdicts'
import { useDecisionsOpen } from '../../desk/ledger/decided'
import { onMeantPress } from '../../ui/meant-keys'
import { enterContent } from '../../ui/skip-link'
import { clearSelection, select, useSelection } from '../../desk/selection'
import type { PhotoList } from '../../photos/sources/photo-list'
import { photosBetween, type PhotoRows } from '../../photos/photo-rows'
import { everyPhoto, type PerPage } from '../../photos/photo-search'
import { BulkDialog, type Opened } from './bulk-dialog'

/** How many are chosen, how many of them are out of sight, and what can be done with them. */
export function SelectionBar({
  shown: list,
  isAllGood,
  opened,
  setOpened,
  setPerPage,
}: {
  shown: PhotoList
  /** What is shown are the good ones, and no others. */
  isAllGood: boolean
  /** What is to be decided, as it is shown in a dialog. */
  opened: Opened | null
  setOpened: (opened: Opened | null) => void
  setPerPage: (max: PerPage) => void
}) {
  const bar = useRef<HTMLElement>(null)
  // It goes with the last photo.
  useLayoutEffect(() => () => void (bar.current?.contains(document.activeElement) && enterContent()), [])
  const selection = useSelection()
  const isAnother = useDecisionsOpen(({ together }) => together !== null && isUnderWay(together))
  const { rows, matching, left, total, hasAll, searched } = list
  const { max } = list.search
  const outOfSight = countOutOfSight(selection, rows)
  const onPage = useMemo(() => decidableOf(rows), [rows])
  const ofMatching = useMemo(() => decidableOf(matching), [matching])
  const good = useMemo(() => (isAllGood ? ofMatching.filter(left.isLeft) : []), [isAllGood, ofMatching, left])
  // What was not read is not counted, and is not chosen either.
  const readWords = hasAll || searched === 0 ? '' : `, of ${number(searched)} loaded`
  // Of a list that is read page by page nothing else can be chosen.
  const isMore = !hasAll && searched === 0
  // All that were asked for are selected once all of them are shown, unless one has gone elsewhere by then.
  const taking = useRef<'nothing' | 'asked' | 'shown'>('nothing')
  useEffect(() => {
    if (taking.current === 'nothing') return
    const isShown = max === everyPhoto
    if (isShown && hasAll) select(ofMatching, true)
    if (isShown ? hasAll : taking.current === 'shown') taking.current = 'nothing'
    else if (isShown) taking.current = 'shown'
  }, [max, hasAll, ofMatching])
  const thatMatch = list.isNarrowed ? ' that match' : ''
  const offReason = isAnother ? 'Another group of photos is still being decided' : undefined
  const open = (verdict: AnyVerdict) => setOpened({ verdict, photos: [...selection.values()] })
  const refused = useStore(refusedVerdicts)
  const chosen = [...selection.values()]
  // The one that is made most stands last, at the edge.
  const offered = verdicts
    .toReversed()
    .filter(
      (verdict) =>
        !verdict.isForOne &&
        !refused.includes(verdict) &&
        chosen.some(({ status }) => verdict.from.includes(status)),
    )

  function approveAllGood() {
    clearSelection()
    select(good, true)
    open(approve)
  }

  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label="Selection"
      className="flex min-h-15 shrink-0 print:hidden flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2 -outline-offset-2"
    >
      <p role="status">
        <span className={selection.size > 0 ? 'font-semibold' : 'text-text-2'}>
          {selection.size > 0 ? `${number(selection.size)} selected` : 'Nothing selected'}
        </span>
        {outOfSight > 0 && <span className="text-text-2">, {number(outOfSight)} not shown</span>}
      </p>
      {selection.size > 0 && selection.size - outOfSight < onPage.length && (
        <Button look="link" onClick={() => select(onPage, true)}>
          Select all on this page
        </Button>
      )}
      {selection.size > 0 && ofMatching.length > onPage.length && selection.size < ofMatching.length && (
        <Button look="link" onClick={() => select(ofMatching, true)}>
          Select all {number(ofMatching.length)}
          {thatMatch}
          {readWords}
        </Button>
      )}
      {selection.size > 0 && isMore && (
        <Button
          look="link"
          onClick={() => {
            taking.current = 'asked'
            setPerPage(everyPhoto)
          }}
        >
          Show and select all{total && ` ${number(total.total)}`}
        </Button>
      )}
      {selection.size > 0 && (
        <Button
          look="quiet"
          className="-mx-2 text-text-2 sm:mr-0 sm:ml-auto"
          onClick={() => {
            // What was pressed goes away.
            enterContent()
            clearSelection()
          }}
        >
          Clear selection
        </Button>
      )}
      <div
        className={`flex flex-wrap items-center gap-2 max-sm:w-full ${selection.size > 0 ? '' : 'ml-auto'}`}
      >
        {offered.map((verdict) => (
          <Button
            key={verdict.name}
            look={verdict.isMain ? 'filled' : 'outlined'}
            icon={verdict.icon}
            className="min-h-11 font-semibold max-sm:flex-1"
            offReason={offReason}
            onClick={onMeantPress(() => open(verdict))}
          >
            {verdict.words.does}{' '}
            <span>
              {number(selection.size)}{' '}
              <span className="max-sm:sr-only">{selection.size === 1 ? 'photo' : 'photos'}</span>
            </span>
          </Button>
        ))}
        {good.length > 0 && (
          <Button
            // What was selected comes first.
            look={selection.size > 0 ? 'outlined' : 'filled'}
            icon="check"
            className="min-h-11 font-semibold"
            offReason={offReason ?? (hasAll ? undefined : 'Not all photos are loaded yet')}
            onClick={onMeantPress(approveAllGood)}
          >
            Approve all good ({number(good.length)})
          </Button>
        )}
      </div>
      {opened && <BulkDialog {...opened} onClose={() => setOpened(null)} />}
    </section>
  )
}

/** Those of which there is something to choose; what cannot be read is none of them. */
function decidableOf(rows: PhotoRows): readonly Photo[] {
  return photosBetween(rows, 0, rows.count - 1).filter(({ status }) => isDecidable(status))
}

function countOutOfSight(selection: ReadonlyMap<number, unknown>, rows: PhotoRows): number {
  let count = 0
  for (const photoId of selection.keys()) if (rows.indexOf(photoId) < 0) count++
  return count
}
