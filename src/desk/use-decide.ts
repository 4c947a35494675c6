import { address, addressText, go } from '../base/address'
import type { Photo } from '../cloudcard/photo'
import type { Looked } from '../picture/use-look-at'
import { usePicture } from '../picture/use-picture'
import { useMayDecide } from '../session/session'
import { useStore } from '../base/store'
import { useHeldDecision } from './ledger/decided'
import {
  plainDecision,
  verbsOf,
  refusedVerdicts,
  verdictOf,
  verdictsFrom,
  type AnyVerdict,
  type Decision,
} from './verdicts/verdicts'
import { cardholderOf } from './ledger/decision-words'
import { dropDrafts, keepDraft } from './verdicts/drafts'
import type { HeldDecision } from './ledger/held-decision'
import { focusHeading, focusOpenHeading } from './heading-focus'
import { say } from '../ui/notice'
import { useStateOf } from '../ui/use-state-of'
import type { Undone } from './ledger/ledger'
import { workingWords } from './repair/repair-words'
import { useProcessAtWork, useRepair } from './repair/repairs'
import { useReviewDesk } from './review-desk'
import { counted } from '../base/words'
import { skipPhoto } from './skipped'

const botWarning = 'This photo is still being checked. Press again to decide anyway.'

export type Deciding = ReturnType<typeof useDecide>

/**
 * Deciding on the open photo: by button or key, it is the same. Whatever cannot be done now says why in the status line, and
 * is not remembered.
 *
 * @param photo null while it is not known
 * @param onDecided goes on to the next photo
 */
export function useDecide(photo: Photo | null, looked: Looked | null, onDecided: () => void) {
  const desk = useReviewDesk()
  const mayDecide = useMayDecide()
  const newest = useHeldDecision(photo?.id ?? null)
  // What was refused makes room for another one.
  const held = newest?.state.kind === 'refused' ? null : newest
  const repair = useRepair(photo?.id ?? null)
  const process = useProcessAtWork(photo?.id ?? null)
  const { problem } = usePicture(photo?.picture ?? null)
  const [opened, setOpened] = useStateOf<AnyVerdict | null>(photo?.id, null)
  const [isWarned, setIsWarned] = useStateOf(photo?.id, false)
  const refused = useStore(refusedVerdicts)
  const mine = mayDecide && photo ? verdictsFrom(photo).filter((each) => !refused.includes(each)) : []
  const canSkip = mayDecide && photo?.status === 'PENDING'
  const blockedWords = process ? workingWords(process) : ''
  const openVerdict = held || blockedWords ? null : opened
  const noneWords = mayDecide
    ? "Photos can't be approved or denied here."
    : "Your account can view photos, but can't approve or deny them."

  /** Says what is in the way; true where something is. */
  function isHindered(canBe: boolean, isDecision: boolean, isRefused = false): boolean {
    if (!photo) return true
    if (isRefused) say("CloudCard doesn't let your account do that.")
    else if (!canBe) say(noneWords)
    else if (blockedWords && isDecision) say(blockedWords)
    else if (held) say('This photo already has a decision. Undo it first.')
    else if (photo.isBotWorking && !isWarned && isDecision) setIsWarned(true)
    else return false
    return true
  }

  function offReasonOf(verdict: AnyVerdict): string | undefined {
    if (!photo || !problem || !verdict.isOfPicture) return undefined
    return `This photo can't be shown, so it can't be ${verdict.words.done.toLowerCase()}`
  }

  function goOn() {
    setOpened(null)
    focusHeading(null)
    onDecided()
  }

  function closeForm() {
    setOpened(null)
    focusOpenHeading()
  }

  function decide(decision: Decision) {
    const verdict = verdictOf(decision)
    if (
      !photo ||
      !mine.includes(verdict) ||
      held ||
      !desk.decide(photo, decision, addressText(address.get()))
    )
      return
    dropDrafts(photo.id)
    say(`${verdict.words.doing} the photo of ${cardholderOf(photo)}.`, { isOnlyHeard: true })
    goOn()
  }

  function press(verdict: AnyVerdict) {
    if (openVerdict === verdict) return closeForm()
    if (!photo || isHindered(mine.includes(verdict), true, refused.includes(verdict))) return
    const [offReason, plain] = [offReasonOf(verdict), plainDecision(verdict)]
    if (offReason) say(`${offReason}.`)
    else if (verdict.isOfPicture && looked === null) say('Wait for the photo to load.')
    else if (verdict.isOfPicture && looked === 'painted') {
      say('Look at the photo first: most of it has to be on the screen for a moment.')
    } else if (plain) decide(plain)
    else setOpened(verdict)
  }

  function undo(key?: number) {
    const undone = desk.undo(key)
    if (undone) returnTo(undone)
    else say('Nothing to undo: your decisions have been sent.')
  }

  return {
    /** What can be decided on this photo, by this person; where that is nothing, `noneWords` says why. */
    verdicts: mine,
    noneWords,
    canSkip,
    /** Said beside the choices, before one is made. */
    beforehand: photo ? mine.flatMap((verdict) => verdict.beforehand?.(photo) ?? []).join(' ') : '',
    /** The decision on this photo, until it is over. */
    held,
    /** Why nothing can be decided on this photo for the moment; '' where it can. */
    blockedWords,
    /** Enter is for something else: no verdict stands out. */
    isEnterTaken: repair?.state.kind === 'done',
    /** The verdict whose form is open. */
    openVerdict,
    /** Stays as long as it holds: what has been pressed once, and would be done by pressing it again. */
    warning: photo?.isBotWorking && !held && isWarned ? botWarning : '',
    /** Why it can never be decided so as it is; undefined where it can. */
    offReasonOf,
    isSeen: looked === 'looked-at',
    /** Decides, or opens the form of the verdict; closes it where that is open. */
    press,
    closeForm,
    /** With what was given in the form. */
    decide,
    skip() {
      if (!photo || isHindered(canSkip, false)) return
      skipPhoto(photo.id)
      say(`Skipped the photo of ${cardholderOf(photo)}.`)
      goOn()
    },
    /** The newest decision, of whatever photo. */
    undo: () => undo(),
    undoThis: () => held && undo(held.key),
  }
}

/** To the photo of a decision that CloudCard does not have: what was ticked and typed is there again. */
export function lookAgain(held: HeldDecision): void {
  keepDraft(held.photo.id, held.decision)
  focusHeading(held.photo.id)
  go(held.address, { replace: true })
}

/** Back to the photo of a decision that was undone; where it was one on many, to their list. */
export function returnTo(undone: Undone): void {
  const { does } = verbsOf(undone.decision)
  if ('photo' in undone) {
    say(`Undone: ${does} the photo of ${cardholderOf(undone.photo)}.`)
    lookAgain(undone)
  } else {
    say(`Undone: ${does} ${counted(undone.total, 'photo')}.`)
    if (undone.address !== addressText(address.get())) go(undone.address, { replace: true })
  }
}
