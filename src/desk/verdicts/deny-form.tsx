import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId } from 'react'
import { askOrganizationAgain, organizationQuery } from '../../cloudcard/photos-query'
import { addressLength } from '../../cloudcard/update-photo'
import { carriedBy, isGiven, isReasonName, nothingSaid, type Denying } from './denial'
import { createStore, useStore } from '../../base/store'
import { percentText } from '../../fields/kinds/grade'
import { useOffice } from '../../fields/use-office'
import { useDraft } from './drafts'
import type { FormProps, Said } from './verdict'
import { FormFrame, longestAddress } from './form-frame'
import { Button } from '../../ui/button'
import { say } from '../../ui/notice'

const denying = (denial: Said): Denying => ({ verdict: 'deny', status: 'DENIED', denial })
const nothingGiven = denying(nothingSaid)

/** The reasons of the last denial, for "Same as last". */
const lastReasons = createStore<readonly string[]>([], 'work')

/** Why a photo is denied: the organization's photo requirements, and the person's own words. Nothing is ticked beforehand. */
export function DenyForm(asked: FormProps<Denying>) {
  const { draftKey, longestId, whom, classifications, onDecide } = asked
  const id = useId()
  const client = useQueryClient()
  const [{ denial }, setDraft] = useDraft(draftKey, nothingGiven, (draft) => isGiven(draft.denial))
  const organization = useOffice()
  // In the organization's order: 2 is always the same reason.
  const reasons = (organization?.photoRequirements ?? []).map(({ name }) => name)
  const last = useStore(lastReasons)
  const same = reasons.filter((name) => isReasonName(name) && last.includes(name))
  const room = longestAddress - addressLength(longestId, carriedBy(denial))
  const tooLong = room < 0 ? 'The note is too long' : undefined

  // What failed when the page was opened is asked for when it is needed.
  useEffect(() => askOrganizationAgain(client), [client])

  function change(patch: Partial<Said>) {
    setDraft(denying({ ...denial, ...patch }))
  }

  function toggle(name: string) {
    const isTicked = denial.reasons.includes(name)
    // In the organization's order, whatever the order of ticking.
    change({ reasons: reasons.filter((each) => (each === name) !== denial.reasons.includes(each)) })
    say(`${name}: ${isTicked ? 'not selected' : 'selected'}.`, { isOnlyHeard: true })
  }

  function decide(given: Said) {
    if (given.reasons.length > 0) lastReasons.set(given.reasons)
    onDecide(denying(given))
  }

  const sameAsLast = {
    words: `Same as last time: ${same.join(', ')}`,
    decide: () => decide({ ...denial, reasons: same }),
  }

  function choiceOf(name: string) {
    const shown = { words: name, isChosen: denial.reasons.includes(name) }
    if (!isReasonName(name)) {
      const offWords = "CloudCard uses this name for something else, so it can't be a reason."
      return { ...shown, offWords, choose: () => say(`${name} can't be sent as a reason.`) }
    }
    const sureness =
      classifications.find((each) => each.kind === 'label' && each.name === name)?.score ?? null
    const note = sureness === null ? undefined : `Bot: ${percentText(sureness, null)} sure`
    return { ...shown, note, choose: () => toggle(name) }
  }

  return (
    <FormFrame
      {...asked}
      label="Deny photo"
      title="Why is it denied?"
      hint="Sent by e-mail. Reasons aren't saved."
      problem={isGiven(denial) ? tooLong : 'Choose a reason, or write one'}
      instead={isGiven(denial) || same.length === 0 ? undefined : sameAsLast}
      offer={{ legend: 'Photo requirements', type: 'checkbox', choices: reasons.map(choiceOf) }}
      onSubmit={() => decide(denial)}
      keptWords={isGiven(denial) && 'Your reasons and note are kept. Press Deny to see them again.'}
    >
      {organization === null && <UnknownReasons />}
      {organization !== null && reasons.length === 0 && (
        <p className="text-text-2">Your organization has no photo requirements in CloudCard.</p>
      )}
      <label className="grid gap-1 text-text-2">
        Other reason
        <input
          value={denial.otherReason}
          onChange={(event) => change({ otherReason: event.target.value })}
          autoComplete="off"
          className="h-9 w-full rounded-control border border-control bg-surface px-2 text-text"
        />
      </label>
      <div className="grid gap-1">
        <div className="flex justify-between text-text-2">
          <label htmlFor={`${id}note`}>Note to cardholder</label>
          <span id={`${id}room`} className={room < 0 ? 'text-bad' : ''}>
            {room < 0
              ? `${Math.abs(room).toLocaleString('en')} too many`
              : `${room.toLocaleString('en')} left`}
          </span>
        </div>
        <textarea
          id={`${id}note`}
          aria-describedby={`${id}room`}
          value={denial.note}
          onChange={(event) => change({ note: event.target.value })}
          rows={3}
          // Browsers write what is typed to the disk, to restore it after a crash.
          autoComplete="off"
          className="min-h-15 w-full rounded-control border border-control bg-surface px-2 py-1.5 text-text"
        />
      </div>
      <DenialPreview denial={denial} whom={whom} />
    </FormFrame>
  )
}

/** While the organization is not known. */
function UnknownReasons() {
  const client = useQueryClient()
  const isAsking = useIsFetching({ queryKey: organizationQuery(null).queryKey }) > 0
  return (
    <p className="text-text-2">
      {isAsking ? 'Loading the photo requirements…' : "The photo requirements aren't known yet."}{' '}
      <Button
        className="ml-1"
        offReason={isAsking ? 'Loading…' : undefined}
        onClick={() => askOrganizationAgain(client)}
      >
        Load them
      </Button>
    </p>
  )
}

/** What goes out, before it does: how CloudCard words it is not known, what it is told is. */
function DenialPreview({ denial, whom }: { denial: Said; whom: string }) {
  const { reasons, otherReason, note } = denial
  return (
    <div className="rounded-control bg-canvas px-3 py-2 text-xs">
      <h3 className="text-text-2 wrap-anywhere">E-mail preview, to {whom}</h3>
      {isGiven(denial) ? (
        <>
          {reasons.length > 0 && <p>Denied for: {reasons.join(', ')}</p>}
          {otherReason.trim() && <p className="wrap-anywhere">Other reason: {otherReason}</p>}
          {note.trim() && <p className="wrap-anywhere whitespace-pre-wrap">Note: {note}</p>}
        </>
      ) : (
        <p>Nothing to send yet.</p>
      )}
    </div>
  )
}
