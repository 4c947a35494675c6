import type { ComponentType } from 'react'
import type { Classification } from '../../cloudcard/classification'
import type { Photo } from '../../cloudcard/photo'
import type { Update } from '../../cloudcard/update-photo'
import type { IconName } from '../../ui/icon'

/** What was said with a decision, for the record, its file, and the cardholder. */
export type Said = { reasons: readonly string[]; otherReason: string; note: string }

/**
 * What the office can decide on a photo: all that is to be known of it, in one file a verdict. `Decision` is such a
 * decision that was made: the verdict by its name, the status that it leads to, and what was given with it.
 */
export type Verdict<Decision extends { verdict: string; status: string }> = {
  /** By it a decision is known; it is kept in the browser, so it stays what it is. */
  name: Decision['verdict']
  to: Decision['status']
  from: readonly string[]
  words: { does: string; doing: string; done: string }
  key: string
  /** For Help: what the key does. */
  help: string
  icon: IconName
  /** The one that is made most: its button is the one that stands out. */
  isMain?: true
  /** It judges what the picture shows: one that cannot be shown, was not looked at, or is another one by now, is not judged. */
  isOfPicture?: true
  /** Nobody has published that an account may: where CloudCard refuses it, it is offered no more in this session. */
  isGuess?: true
  /** Not for many photos together. */
  isForOne?: true
  /** Said beside its button, before it is pressed: of the photo, and of what the cardholder is told. */
  beforehand?: (photo: Photo) => string
} & (Asking<Decision> | Partial<Record<keyof Asking<Decision>, undefined>>)

/** Of a verdict with which something is given. */
type Asking<Decision> = {
  form: VerdictForm<Decision>
  /** What CloudCard is told beside the status. */
  carries(decision: Decision): Pick<Update, 'query' | 'body'>
  said(decision: Decision): Said
}

/** The key that leaves a form, as it leaves whatever is open. */
export const leave = { keys: ['Escape'] }

/** What is asked before it is decided. */
type VerdictForm<Decision> = {
  /** Loaded later, by `later`. */
  Form: ComponentType<FormProps<Decision>> & { load: () => Promise<unknown> }
  /** Its own keys, for Help; it handles them itself. */
  keys: readonly { keys: readonly string[]; label?: string; does: string }[]
  /** What is half typed, named where a reload would lose it. */
  draftWords: string
  /** Said of a decision that was never sent: where what was given with it is still known, and where it is not. */
  lostWords: { known: string; unknown: string }
}

export type FormProps<Decision> = {
  /** By it what is ticked and typed is kept until it is decided. */
  draftKey: number
  /** Of the photos that are decided, for the length of the address. */
  longestId: number
  /** Whom CloudCard writes to. */
  whom: string
  /** On the button that decides, where it is not about one photo. */
  submitWords?: string
  /** What is in the way beside the form. */
  submitOffReason?: string | undefined
  /** Their scores stand beside the reasons, where they are known. */
  classifications: readonly Classification[]
  onDecide(decision: Decision): void
  onCancel: () => void
}
