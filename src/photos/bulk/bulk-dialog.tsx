import { useCallback, useEffect, useRef, useState } from 'react'
import type { Photo } from '../../api/photo'
import type { Decision } from '../../api/update-photo'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import { useStore } from '../../components/store'
import { isUnderWay } from '../../review/bulk/bulk'
import { bulkDecision, heldDecisions } from '../../review/decided'
import { photosWords } from '../../review/bulk/bulk-words'
import { cardholderOf } from '../../review/decision-words'
import { decisionVerbs } from '../../review/decision-verbs'
import { dropDraft, lastReasons } from '../../review/denials'
import { DenyForm } from '../../review/deny-form'
import { onFirstClick } from '../../review/first-click'
import { useReviewDesk } from '../../review/review-desk'
import { SizeSlider } from '../grid/size-slider'
import { TileGrid } from '../grid/tile-grid'
import { useKnownOrganization } from '../list/organization-context'
import type { PhotoTableHandle } from '../list/photo-table'
import { usePick } from '../list/use-pick'
import { useBulkSet, type BulkChoice } from './bulk-set'

const number = (count: number) => count.toLocaleString('en')
/** What is typed for many is kept apart from what is typed for one. */
const draftKey = 0
const statuses = { approve: 'APPROVED', deny: 'DENIED' } as const

/** The exact set that is to be decided, as a grid to look through and untick; then it is decided as one. */
export function BulkDialog({
  choice,
  photos,
  address,
  onClose,
}: {
  choice: BulkChoice
  photos: readonly Photo[]
  address: string
  onClose: () => void
}) {
  const desk = useReviewDesk()
  const organization = useKnownOrganization()
  const grid = useRef<PhotoTableHandle>(null)
  const [isAccepted, setIsAccepted] = useState(false)
  const held = useStore(heldDecisions)
  const bulk = useStore(bulkDecision)
  const isTaken = useCallback(
    (id: number) => desk.bulk.of(id) !== null || held.some(({ photo }) => photo.id === id),
    // oxlint-disable-next-line react/exhaustive-deps
    [desk, held, bulk],
  )
  const { rows, ticked, unseen, noteOf, leftOut } = useBulkSet(photos, choice, isTaken, desk.bulk.failureOf)
  const pick = usePick(rows)
  const { does } = decisionVerbs[statuses[choice]]

  // Whoever approves looks first; a denial begins with its reasons.
  useEffect(() => {
    if (choice === 'approve') grid.current?.focusRow(null)
  }, [choice])

  const offReason =
    bulk && isUnderWay(bulk)
      ? 'Another group of photos is still being decided'
      : ticked.length === 0
        ? 'Nothing is selected'
        : unseen > 0 && !isAccepted
          ? "Look at every photo first, or accept that you haven't"
          : undefined
  const words = `${does} ${photosWords(ticked.length)}${unseen > 0 ? ` (${number(unseen)} not looked at)` : ''}`

  function decide(decision: Decision) {
    if (!desk.bulk.start(ticked, decision, address)) return
    if (decision.status === 'DENIED') {
      dropDraft(draftKey)
      if (decision.denial.reasons.length > 0) lastReasons.set(decision.denial.reasons)
    }
    onClose()
  }

  return (
    <Dialog title={`${does} together`} size="whole" onClose={onClose}>
      <div className="flex min-h-0 flex-1 max-[56.25rem]:flex-col">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <TileGrid
            ref={grid}
            label={`Photos to ${does.toLowerCase()}`}
            rows={rows}
            link={null}
            onPick={pick}
            noteOf={noteOf}
            renderHead={(columns) => (
              <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-4 text-xs">
                <p role="status">
                  <span className="font-semibold">{number(ticked.length)}</span> of {number(rows.count)}{' '}
                  selected
                  <span className="text-text-2">{leftOut > 0 && `, ${number(leftOut)} left out`}</span>
                </p>
                <div className="ml-auto">
                  <SizeSlider columns={columns} />
                </div>
              </div>
            )}
          />
          <div className="flex min-h-15 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-t border-line px-4 py-2">
            <label className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                checked={isAccepted}
                onChange={({ target }) => setIsAccepted(target.checked)}
                className="size-4 shrink-0 accent-accent-fill"
              />
              I accept photos that I haven't looked at
            </label>
            {choice === 'approve' && (
              <div className="ml-auto flex flex-wrap gap-2">
                <Button look="quiet" className="h-11 font-semibold" onClick={onClose}>
                  Cancel
                </Button>
                <Button
                  look="filled"
                  className="h-11"
                  offReason={offReason}
                  onClick={onFirstClick(() => decide({ status: 'APPROVED' }))}
                >
                  {words}
                </Button>
              </div>
            )}
          </div>
        </div>
        {choice === 'deny' && (
          <div className="max-h-[50%] shrink-0 overflow-y-auto border-line max-[56.25rem]:border-t min-[56.25rem]:max-h-none min-[56.25rem]:w-[25rem] min-[56.25rem]:border-l">
            <DenyForm
              draftKey={draftKey}
              longestId={ticked.reduce((longest, { id }) => Math.max(longest, id), 0)}
              whom={
                ticked.length === 1 && ticked[0]
                  ? cardholderOf(ticked[0])
                  : `${number(ticked.length)} cardholders`
              }
              submitWords={words}
              submitOffReason={offReason}
              organization={organization}
              classifications={[]}
              onDeny={(denial) => decide({ status: 'DENIED', denial })}
              onCancel={onClose}
            />
          </div>
        )}
      </div>
    </Dialog>
  )
}
