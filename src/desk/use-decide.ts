import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import type { Photo, Picture } from '../cloudcard/photo'
import type { Decision, Denial } from '../cloudcard/update-photo'
import type { Looked } from '../picture/use-look-at'
import { usePicture } from '../picture/use-picture'
import { useMayDecide } from '../session/session'
import { choicesOf, type Choice } from './choices'
import { useHeldDecision } from './decided'
import { tellPhotoChanged } from './photo-changes'
import { decisionVerbs } from './decision-verbs'
import { cardholderOf } from './decision-words'
import { dropDraft, keepDraft, lastReasons } from './denials'
import type { HeldDecision } from './held-decision'
import { focusHeading, focusOpenHeading } from './heading-focus'
import { say } from '../ui/notice'
import type { Undone } from './ledger'
import { useReviewDesk } from './review-desk'
import { photosWords } from './bulk/bulk-words'
import { skipPhoto } from './skipped'

/** For who may look at photos and nothing more. */
export const readOnlyWords = "Your account can view photos, but can't approve or deny them."

const botWarning = 'This photo is still being checked. Press again to decide anyway.'

const noPicture: Picture = { urls: [], width: null, height: null }

export type Deciding = {
  choices: readonly Choice[]
  held: HeldDecision | null
  isDenying: boolean
  /** Stays as long as it holds: what has been pressed once, and would be done by pressing it again. */
  warning: string
  /** Why it can never be approved as it is; undefined where it can. */
  approveOffReason: string | undefined
  isSeen: boolean
  approve: () => void
  openDenial: () => void
  closeDenial: () => void
  deny: (denial: Denial) => void
  skip: () => void
  /** The newest decision, of whatever photo. */
  undo: () => void
  /** The one on this photo. */
  undoThis: () => void
}

/**
 * Deciding on the open photo: by button or key, it is the same. Whatever cannot be done now says why in the status line, and
 * is not remembered.
 *
 * @param photo null while it is not known
 * @param address of this photo, for coming back to it by Undo
 * @param onDecided goes on to the next photo
 */
export function useDecide(
  photo: Photo | null,
  { looked, address, onDecided }: { looked: Looked | null; address: string; onDecided: () => void },
): Deciding {
  const desk = useReviewDesk()
  const navigate = useNavigate()
  const mayDecide = useMayDecide()
  const held = useHeldDecision(photo?.id ?? null)
  const { problem } = usePicture(photo?.picture ?? noPicture)
  const [denying, setDenying] = useState<number | null>(null)
  const [warned, setWarned] = useState<number | null>(null)
  const mine = mayDecide && photo ? choicesOf(photo) : []
  const isOpen = held === null || held.state.kind === 'refused'

  /** Says what is in the way; true where something is. */
  function isHindered(choice: Choice): boolean {
    if (!photo) return true
    if (!mayDecide) say(readOnlyWords)
    else if (!mine.includes(choice)) say("Photos can't be approved or denied here.")
    else if (!isOpen) say('This photo already has a decision. Undo it first.')
    else if (photo.isBotWorking && warned !== photo.id && choice !== 'skip') {
      setWarned(photo.id)
    } else return false
    return true
  }

  function goOn() {
    setDenying(null)
    focusHeading(null)
    onDecided()
  }

  function decide(decision: Decision) {
    if (!photo || !desk.decide(photo, decision, address)) return
    dropDraft(photo.id)
    say(`${decisionVerbs[decision.status].doing} the photo of ${cardholderOf(photo)}.`, { isOnlyHeard: true })
    goOn()
  }

  function undo(key?: number) {
    const undone = desk.undo(key)
    if (undone) returnTo(undone, (to) => void navigate(to, { replace: true }))
    else say('Nothing to undo: your decisions have been sent.')
  }

  return {
    choices: mine,
    held,
    warning: photo?.isBotWorking && isOpen && warned === photo.id ? botWarning : '',
    isDenying: photo !== null && denying === photo.id && isOpen,
    approveOffReason: photo && problem ? "This photo can't be shown, so it can't be approved" : undefined,
    isSeen: looked === 'looked-at',
    approve() {
      if (isHindered('approve')) return
      if (problem) say("This photo can't be shown, so it can't be approved.")
      else if (looked === null) say('Wait for the photo to load.')
      else if (looked === 'painted') {
        say('Look at the photo first: most of it has to be on the screen for a moment.')
      } else decide({ status: 'APPROVED' })
    },
    openDenial() {
      if (!isHindered('deny')) setDenying(photo?.id ?? null)
    },
    closeDenial() {
      setDenying(null)
      focusOpenHeading()
    },
    deny(denial) {
      if (!mine.includes('deny') || !isOpen) return
      if (denial.reasons.length > 0) lastReasons.set(denial.reasons)
      decide({ status: 'DENIED', denial })
    },
    skip() {
      if (!photo || isHindered('skip')) return
      skipPhoto(photo.id)
      // The lists that can be filtered by it hear of it.
      tellPhotoChanged(photo)
      say(`Skipped the photo of ${cardholderOf(photo)}.`)
      goOn()
    },
    undo: () => undo(),
    undoThis: () => held && undo(held.key),
  }
}

/** Back to the photo of a decision that was undone; where it was one on many, to their list. */
/** To the photo of a decision that CloudCard has not taken: what was ticked and typed is there again. */
export function lookAgain({ photo, decision, address }: HeldDecision, go: (address: string) => void): void {
  if (decision.status === 'DENIED') keepDraft(photo.id, decision.denial)
  focusHeading(photo.id)
  go(address)
}

export function returnTo(undone: Undone, go: (address: string) => void): void {
  if (!('photo' in undone)) {
    const { decision, total } = undone
    say(`Undone: ${decisionVerbs[decision.status].does} ${photosWords(total)}.`)
    const { pathname, search } = window.location
    if (undone.address !== pathname + search) go(undone.address)
    return
  }
  const { photo, decision, address } = undone
  const { does } = decisionVerbs[decision.status]
  // What was ticked and typed is there again.
  if (decision.status === 'DENIED') keepDraft(photo.id, decision.denial)
  say(`Undone: ${does} the photo of ${cardholderOf(photo)}.`)
  focusHeading(photo.id)
  go(address)
}
