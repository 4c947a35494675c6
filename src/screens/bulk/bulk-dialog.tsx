import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Photo } from '../../cloudcard/photo'
import type { Decision } from '../../cloudcard/update-photo'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Icon } from '../../ui/icon'
import { useStore } from '../../base/store'
import { isUnderWay } from '../../desk/batch'
import { firstAddress } from '../../picture/use-picture'
import { decisionChanges, decisions } from '../../desk/decided'
import { cardholderOf } from '../../desk/decision-words'
import { decisionVerbs } from '../../desk/decision-verbs'
import { dropDraft, lastReasons } from '../../desk/denials'
import { DenyForm } from '../../desk/deny-form'
import { onMeantPress } from '../../desk/meant-press'
import { useReviewDesk } from '../../desk/review-desk'
import { SizeSlider } from '../grid/size-slider'
import { TileGrid } from '../grid/tile-grid'
import { useKnownOrganization } from '../list/organization-context'
import type { CollectionHandle } from '../collection/use-collection'
import { usePick } from '../collection/use-pick'
import { BulkFoot, decideWords } from './bulk-foot'
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
  const grid = useRef<CollectionHandle>(null)
  const change = useStore(decisionChanges)
  // oxlint-disable-next-line react/exhaustive-deps
  const isTaken = useCallback((id: number) => decisions.open.has(id), [change])
  const { rows, ticked, ready, noteOf, leftOut } = useBulkSet(photos, choice, isTaken)
  const pick = usePick(rows)
  const judging = useMemo(() => ({ noteOf }), [noteOf])
  const { does } = decisionVerbs[statuses[choice]]

  // Whoever approves looks first; a denial begins with its reasons.
  useEffect(() => {
    if (choice === 'approve') grid.current?.focusPhoto(null)
  }, [choice])

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
    if (!desk.decideTogether(ready, decision, address)) return
    if (decision.status === 'DENIED') {
      dropDraft(draftKey)
      if (decision.denial.reasons.length > 0) lastReasons.set(decision.denial.reasons)
    }
    onClose()
  }

  return (
    <Dialog title={`${does} together`} size="whole" onClose={onClose}>
      <div className="flex min-h-0 flex-1 overflow-y-auto max-side:flex-col">
        <div className="flex min-w-0 flex-1 flex-col">
          <TileGrid
            ref={grid}
            label={`Photos to ${does.toLowerCase()}`}
            rows={rows}
            onPick={pick}
            judging={judging}
            renderHead={({ columns, most }) => (
              <div className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-4 border-b border-line px-4 text-xs">
                <p role="status">
                  <span className="font-semibold">{number(ticked)}</span> of {number(rows.count)} selected
                  <span className="text-text-2">{leftOut > 0 && `, ${number(leftOut)} left out`}</span>
                </p>
                <p className="text-text-2">
                  {number(ready.length)} of {number(ticked)} looked at
                </p>
                <div className="ml-auto">
                  <SizeSlider columns={columns} most={most} />
                </div>
              </div>
            )}
          />
          <BulkFoot ready={ready.length} ticked={ticked} otherHost={otherHostOf(ready)}>
            {choice === 'approve' && (
              <>
                <Button look="quiet" className="min-h-11 font-semibold" onClick={onClose}>
                  Cancel
                </Button>
                <Button
                  look="filled"
                  className="min-h-11"
                  offReason={offReason}
                  onClick={onMeantPress(() => decide({ status: 'APPROVED' }))}
                >
                  <Icon name="check" />
                  {words}
                </Button>
              </>
            )}
          </BulkFoot>
        </div>
        {choice === 'deny' && (
          <div
            // Where all of it scrolls, the buttons are its end, and cover nothing.
            className="shrink-0 border-line max-side:border-t max-side:[&_.deny-foot]:static side:w-[25rem] side:overflow-y-auto side:border-l"
          >
            <DenyForm
              draftKey={draftKey}
              longestId={ready.reduce((longest, { id }) => Math.max(longest, id), 0)}
              whom={
                ready.length === 1 && ready[0]
                  ? cardholderOf(ready[0])
                  : `${number(ready.length)} cardholders`
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

function otherHostOf(photos: readonly Photo[]): string | null {
  for (const { picture } of photos) {
    const address = firstAddress(picture)
    if (address !== null && new URL(address).origin !== window.location.origin) return new URL(address).host
  }
  return null
}
