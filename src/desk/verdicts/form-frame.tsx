import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { isComposed } from '../../base/writing'
import { isPressed, isWriting, reasonPlace } from '../../session/pressed'
import { Button } from '../../ui/button'
import { areLettersMeant, isEnterMeant, onMeantPress, trustKeys, unmeantWords } from '../../ui/meant-keys'
import { say } from '../../ui/notice'
import { Choices, type Offer } from './choices'
import { leave, type FormProps } from './verdict'
import './form-frame.css'

/** The encoded address of a decision stays under 4,000 bytes: servers on the way refuse very long ones. */
export const longestAddress = 3_999

type FrameProps = Pick<FormProps<unknown>, 'submitWords' | 'submitOffReason' | 'onCancel'> & {
  label: string
  title: string
  hint: string
  /** Why what is given cannot be sent; undefined where it can. */
  problem: string | undefined
  /** What Enter presses, where it is another button than the one below. */
  instead?: { words: string; decide: () => void } | undefined
  offer: Offer
  onSubmit: () => void
  /** Said on leaving, where something is given: it is there again. */
  keptWords: string | false
  children: ReactNode
}

/**
 * What the forms of verdicts share: Enter decides, Escape leaves, digits choose one of the boxes; the focus begins at what Enter
 * presses, or at the first of what can be chosen.
 */
export function FormFrame({ label, problem, instead, offer, onSubmit, ...rest }: FrameProps) {
  const { title, hint, submitWords = label, submitOffReason, keptWords, onCancel, children } = rest
  const offReason = problem ?? submitOffReason
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    form.current?.querySelector<HTMLElement>('button, input:not([disabled])')?.focus()
  }, [])

  function cancel() {
    if (keptWords) say(keptWords)
    onCancel()
  }

  function submit() {
    const reason = instead ? submitOffReason : offReason
    if (reason !== undefined) return say(`${reason}.`)
    // Who decides by Enter from a field goes on with the keys of the next photo.
    trustKeys()
    if (instead) instead.decide()
    else onSubmit()
  }

  function onKeyDown(event: KeyboardEvent) {
    const { target, nativeEvent } = event
    // Enter and Escape that end a composition are the input method's.
    if (isComposed(nativeEvent)) return
    const isEnter = event.key === 'Enter'
    const place = isWriting(nativeEvent) ? null : reasonPlace(nativeEvent)
    if (isPressed(leave, nativeEvent)) {
      event.preventDefault()
      cancel()
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
      // A button that has the focus may go away once something is chosen.
      form.current?.querySelectorAll<HTMLElement>('[type="checkbox"], [type="radio"]')[place]?.focus()
      if (!event.repeat) offer.choices[place]?.choose()
    }
  }

  return (
    // The keys of the form; each field has its own as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section tabIndex={-1} aria-label={label} onKeyDown={onKeyDown} className="appear px-4 py-3 outline-none">
      <form
        ref={form}
        // Its keys and buttons say when it is meant; the browser's own ways do not tell a double click.
        onSubmit={(event) => event.preventDefault()}
        className="grid gap-3"
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-2">
          <h2 className="font-semibold">{title}</h2>
          <p className="text-xs text-text-2">{hint}</p>
        </div>
        {instead && (
          <Button
            look="filled"
            className="h-auto min-h-11 py-1 text-left"
            offReason={submitOffReason}
            onClick={onMeantPress(instead.decide)}
          >
            {instead.words}
          </Button>
        )}
        <Choices {...offer} />
        {children}
        <div className="form-foot -mx-4 flex flex-wrap gap-2 border-t border-line bg-surface px-4 py-2">
          <Button
            look={instead ? 'outlined' : 'filled'}
            offReason={offReason}
            onClick={onMeantPress(submit)}
            className="min-h-11 flex-1 font-semibold"
          >
            {submitWords}
          </Button>
          <Button look="quiet" className="min-h-11 min-w-28 font-semibold" onClick={onMeantPress(cancel)}>
            Cancel
          </Button>
        </div>
      </form>
    </section>
  )
}
