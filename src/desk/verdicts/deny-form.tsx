import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { askOrganizationAgain, organizationQuery } from '../../cloudcard/photos-query'
import { addressLength } from '../../cloudcard/update-photo'
import { carriedBy, isGiven, nothingSaid, type Denial, type Denying } from './denial'
import { Button } from '../../ui/button'
import { close } from '../commands/browse'
import { areLettersMeant, isEnterMeant, trustKeys, unmeantWords } from '../../ui/meant-keys'
import { isComposed } from '../../base/writing'
import { isPressed, isWriting, reasonPlace, useAreLettersOn } from '../../session/pressed'
import { useStore } from '../../base/store'
import { useFocusOfParts } from '../../ui/use-focus-heir'
import { useDraft } from '../drafts'
import { lastReasons } from './last-reasons'
import type { FormProps } from './verdict'
import { DenialPreview } from './denial-preview'
import { onMeantPress } from '../meant-press'
import { say } from '../../ui/notice'
import { ReasonList, reasonsOf } from './reason-list'
import './deny-form.css'

/** The encoded address stays under 4,000 bytes: servers on the way refuse very long ones. */
const longestAddress = 3_999

const denying = (denial: Denial): Denying => ({ verdict: 'deny', status: 'DENIED', denial })
const nothingGiven = denying(nothingSaid)

/** Why a photo is denied: the organization's photo requirements, and the person's own words. Nothing is ticked beforehand. */
export function DenyForm({
  draftKey,
  longestId,
  whom,
  submitWords = 'Deny photo',
  submitOffReason,
  organization,
  classifications,
  onDecide,
  onCancel,
}: FormProps<Denying>) {
  const id = useId()
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const whole = useRef<HTMLElement>(null)
  // "Load them" goes away with what it has brought.
  useFocusOfParts(whole)
  const areLettersOn = useAreLettersOn()
  const isAsking = useIsFetching({ queryKey: organizationQuery(null).queryKey }) > 0
  const [{ denial }, setDraft] = useDraft(draftKey, nothingGiven, (draft) => isGiven(draft.denial))
  const reasons = reasonsOf(organization, classifications)
  const last = useStore(lastReasons)
  const same = reasons
    .filter(({ name, canBeSent }) => canBeSent && last.includes(name))
    .map(({ name }) => name)
  const isSameOffered = same.length > 0 && !isGiven(denial)
  const room = longestAddress - addressLength(longestId, carriedBy(denial))
  const offReason = !isGiven(denial)
    ? 'Choose a reason, or write one'
    : room < 0
      ? 'The note is too long'
      : submitOffReason

  // What failed when the page was opened is asked for when it is needed.
  useEffect(() => askOrganizationAgain(client), [client])

  // The form takes the focus when it opens, at what Enter presses or at the first reason.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('button, input:not([disabled])')?.focus()
  }, [])

  function change(patch: Partial<Denial>) {
    setDraft(denying({ ...denial, ...patch }))
  }

  function toggle(name: string) {
    const isTicked = denial.reasons.includes(name)
    // In the organization's order, whatever the order of ticking.
    const ticked = reasons.filter((each) => (each.name === name) !== denial.reasons.includes(each.name))
    change({ reasons: ticked.map((each) => each.name) })
    say(`${name}: ${isTicked ? 'not selected' : 'selected'}.`, { isOnlyHeard: true })
  }

  function submit() {
    const given = isSameOffered ? { ...denial, reasons: same } : denial
    if (offReason !== undefined && !(isSameOffered && submitOffReason === undefined))
      return say(`${offReason}.`)
    // Who denies by Enter from a field goes on with the keys of the next photo.
    trustKeys()
    decide(given)
  }

  function decide(given: Denial) {
    if (given.reasons.length > 0) lastReasons.set(given.reasons)
    onDecide(denying(given))
  }

  function leave() {
    if (isGiven(denial)) say('Your reasons and note are kept. Press Deny to see them again.')
    onCancel()
  }

  function onKeyDown(event: KeyboardEvent) {
    const { target, nativeEvent } = event
    // Enter and Escape that end a composition are the input method's.
    if (isComposed(nativeEvent)) return
    const isEnter = event.key === 'Enter'
    const place = isWriting(nativeEvent) ? null : reasonPlace(nativeEvent, areLettersOn)
    if (isPressed(close, nativeEvent, areLettersOn)) {
      event.preventDefault()
      leave()
    } else if (isEnter && event.repeat) event.preventDefault()
    else if (isEnter && !(target instanceof HTMLButtonElement)) {
      // In the note it is a new line.
      if (target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      // With Ctrl or Cmd it is nobody's line break.
      if (isEnterMeant() || event.ctrlKey || event.metaKey) submit()
      else say(unmeantWords)
    } else if (place !== null && !areLettersMeant()) say(unmeantWords)
    else if (place !== null) {
      const reason = reasons[place]
      // "Same as last", which may have the focus, goes away once something is ticked.
      form.current?.querySelectorAll<HTMLElement>('[type="checkbox"]')[place]?.focus()
      if (reason?.canBeSent && !event.repeat) toggle(reason.name)
      else if (reason) say(`${reason.name} can't be sent as a reason.`)
    }
  }

  return (
    // The keys of the form; each field has its own as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={whole}
      tabIndex={-1}
      aria-label="Deny photo"
      onKeyDown={onKeyDown}
      className="appear px-4 py-3 outline-none"
    >
      <form
        ref={form}
        // Its keys and buttons say when it is meant; the browser's own ways do not tell a double click.
        onSubmit={(event) => event.preventDefault()}
        className="grid gap-3"
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-2">
          <h2 className="font-semibold">Why is it denied?</h2>
          <p className="text-xs text-text-2">Sent by e-mail. Reasons aren't saved.</p>
        </div>
        {isSameOffered && (
          <Button
            look="filled"
            className="h-auto min-h-11 py-1 text-left"
            offReason={submitOffReason}
            onClick={onMeantPress(() => decide({ ...denial, reasons: same }))}
          >
            Same as last time: {same.join(', ')}
          </Button>
        )}
        <ReasonList
          reasons={reasons}
          ticked={denial.reasons}
          organization={organization}
          onToggle={toggle}
          isAsking={isAsking}
          onAsk={() => askOrganizationAgain(client)}
        />
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
        <div className="deny-foot -mx-4 flex flex-wrap gap-2 border-t border-line bg-surface px-4 py-2">
          <Button
            look={isSameOffered ? 'outlined' : 'filled'}
            offReason={offReason}
            onClick={onMeantPress(submit)}
            className="min-h-11 flex-1 font-semibold"
          >
            {submitWords}
          </Button>
          <Button look="quiet" className="min-h-11 min-w-28 font-semibold" onClick={onMeantPress(leave)}>
            Cancel
          </Button>
        </div>
      </form>
    </section>
  )
}
