import { useEffect, useRef, type ReactNode } from 'react'
import { address, addressText } from '../../base/address'
import type { Photo } from '../../cloudcard/photo'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { counted, numberWords as number } from '../../base/words'
import { isUnderWay } from '../../desk/ledger/held-decision'
import { firstAddress } from '../../picture/use-picture'
import { decisions } from '../../desk/ledger/decided'
import { cardholderOf } from '../../desk/ledger/decision-words'
import { dropDrafts } from '../../desk/verdicts/drafts'
import { plainDecision, type AnyVerdict, type Decision } from '../../desk/verdicts/verdicts'
import { onMeantPress } from '../../ui/meant-keys'
import { useReviewDesk } from '../../desk/review-desk'
import { TileGrid } from '../grid/tile-grid'
import type { CollectionHandle } from '../collection/use-collection'
import { useBulkSet } from './bulk-set'

export type Opened = { verdict: AnyVerdict; photos: readonly Photo[] }

/** What is typed for many is kept apart from what is typed for one. */
const draftKey = 0

/** The exact set that is to be decided, as a grid to look through and untick; then it is decided as one. */
export function BulkDialog({ verdict, photos, onClose }: Opened & { onClose: () => void }) {
  const desk = useReviewDesk()
  const grid = useRef<CollectionHandle>(null)
  const { rows, ticked, ready, judging, leftOut } = useBulkSet(photos, verdict)
  const { does } = verdict.words
  const [Form, plain] = [verdict.form?.Form, plainDecision(verdict)]

  // Where nothing is asked one looks first; a form takes the focus itself.
  useEffect(() => {
    if (!Form) grid.current?.focusPhoto(null)
  }, [Form])

  const offReason =
    decisions.together && isUnderWay(decisions.together)
      ? 'Another group of photos is still being decided'
      : ticked === 0
        ? 'Nothing is selected'
        : ready.length === 0
          ? 'No photo has been looked at yet'
          : undefined
  const words = decideWords(does, ready.length, ticked)

  function decide(decision: Decision) {
    if (!desk.decideTogether(ready, decision, addressText(address.get()))) return
    dropDrafts(draftKey)
    onClose()
  }

  return (
    <Dialog title={`${does} together`} size="whole" onClose={onClose}>
      <div className="flex min-h-0 flex-1 overflow-y-auto max-side:flex-col">
        <div className="flex min-w-0 flex-1 flex-col">
          <TileGrid
            ref={grid}
            caption={`Photos to ${does.toLowerCase()}`}
            rows={rows}
            judging={judging}
            head={
              <>
                <p role="status">
                  <span className="font-semibold">{number(ticked)}</span> of {number(rows.count)} selected
                  <span className="text-text-2">{leftOut > 0 && `, ${number(leftOut)} left out`}</span>
                </p>
                <p className="text-text-2">
                  {number(ready.length)} of {number(ticked)} looked at
                </p>
              </>
            }
          />
          <div className="flex min-h-15 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2">
            {toLookAt(ready.length, ticked, otherHostOf(ready))}
            {plain && (
              <div className="ml-auto flex flex-wrap gap-2">
                <Button look="quiet" className="min-h-11 font-semibold" onClick={onClose}>
                  Cancel
                </Button>
                <Button
                  look="filled"
                  icon={verdict.icon}
                  className="min-h-11"
                  offReason={offReason}
                  onClick={onMeantPress(() => decide(plain))}
                >
                  {words}
                </Button>
              </div>
            )}
          </div>
        </div>
        {Form && (
          <div
            // Where all of it scrolls, the buttons are its end, and cover nothing.
            className="shrink-0 border-line max-side:border-t max-side:[&_.form-foot]:static side:w-[25rem] side:overflow-y-auto side:border-l"
          >
            <Form
              draftKey={draftKey}
              longestId={ready.reduce((longest, { id }) => Math.max(longest, id), 0)}
              whom={
                ready.length === 1 && ready[0]
                  ? cardholderOf(ready[0])
                  : `${number(ready.length)} cardholders`
              }
              submitWords={words}
              submitOffReason={offReason}
              classifications={[]}
              onDecide={decide}
              onCancel={onClose}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}

function otherHostOf(photos: readonly Photo[]): string | null {
  for (const { picture } of photos) {
    const address = firstAddress(picture)
    if (address !== null && new URL(address).origin !== window.location.origin) return new URL(address).host
  }
  return null
}

/** What pressing the button does: only photos that were looked at are decided. */
function decideWords(does: string, ready: number, ticked: number): string {
  if (ready === ticked) return `${does} ${counted(ticked, 'photo')}`
  return ready === 0 ? `${does} those looked at` : `${does} the ${number(ready)} looked at`
}

/** What is still to be looked at, and how. Of pictures from another host the browser does not tell what is on them. */
function toLookAt(ready: number, ticked: number, otherHost: string | null): ReactNode {
  if (ready < ticked) {
    const others = ready === 0 ? number(ticked) : `the other ${number(ticked - ready)}`
    return (
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-semibold">Scroll to look at {others}.</span>{' '}
        <span className="text-text-2">
          A photo counts once most of it has been on the screen for a moment.
        </span>
      </p>
    )
  }
  return (
    ticked > 0 && (
      <p className="flex min-w-0 flex-1 basis-64 items-center gap-2 text-text-2">
        <Icon name="check" />
        <span>
          All of them looked at.
          {otherHost !== null && (
            <> Loupe can't tell whether a picture from {otherHost} is blank, so look out for those.</>
          )}
        </span>
      </p>
    )
  )
}
