import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import { statusLabel } from '../../fields/status'
import { clockTime } from '../../fields/kinds/time'
import { errorWords } from '../../session/error-words'
import { isRefusedForAll, verbsOf, type Decision } from '../verdicts/verdicts'
import { type HeldDecision, type Outcome, type PhotoNow, showsAnother } from './held-decision'

/** The e-mail, since lists carry no names. */
export function cardholderOf({ id, cardholder }: Photo): string {
  return cardholder.email || cardholder.username || `photo ${id}`
}

/** "is now Denied, changed 10:42" */
export function nowWords({ status, changedAt }: PhotoNow): string {
  const changed = changedAt === null ? '' : `, changed ${clockTime(changedAt)}`
  return `is now ${statusLabel(status)}${changed}`
}

/** What is happening to a decision, but for the seconds of one that is held. */
export function stateWords(held: HeldDecision): string {
  const { decision, state, looks, isUndoWished } = held
  const { doing, does } = verbsOf(decision)
  switch (state.kind) {
    case 'held':
      return doing
    case 'queued':
      return `${doing} with other photos`
    case 'asking':
      return `${does}? This was due a while ago.`
    case 'sending':
      return isUndoWished ? 'Undoing…' : `${doing}…`
    case 'waiting':
      if (looks !== null && !isUndoWished) return `${doing}: ${whyWaiting(state.error)}`
      return isUndoWished ? 'Undoing: no answer yet' : `${doing}: not sent yet. ${whyWaiting(state.error)}`
    case 'conflict':
      return showsAnother(held) ? `${nowWords(state.now)}, with another picture` : nowWords(state.now)
    case 'refused':
      return refusalWords(decision, state.error)
  }
}

/** Whether it is sent again by itself, and when by the clock; null where it waits for a person. */
export function nextTryAt({ state }: HeldDecision): number | null {
  if (state.kind !== 'waiting') return null
  return isApiError(state.error) && state.error.kind === 'signed-out' ? null : state.retryAt
}

/** Why a decision has not been sent yet, in a few words. */
export function whyWaiting(error: unknown): string {
  const kind = isApiError(error) ? error.kind : null
  if (kind === 'offline') return "CloudCard can't be reached"
  if (kind === 'rate-limited') return 'CloudCard asked us to wait'
  if (kind === 'unconfirmed') return "CloudCard hasn't confirmed it yet"
  if (kind === 'intercepted') return 'The sign-in in front of Loupe has ended: sign in again in a new tab'
  if (kind === 'signed-out') return 'You are not signed in'
  return kind === 'timed-out' ? "CloudCard didn't answer" : "CloudCard isn't available"
}

/** Whether CloudCard said yes, and nothing shows that it did it. */
export const isUnconfirmed = (error: unknown) => isApiError(error) && error.kind === 'unconfirmed'

function refusalWords(decision: Decision, error: unknown): string {
  if (isUnconfirmed(error)) return `Not confirmed: ${whyRefused(error)}`
  const { does, done } = verbsOf(decision)
  const why = isRefusedForAll(decision, error)
    ? `CloudCard doesn't let your account do that. ${does} isn't offered again until you sign in again`
    : whyRefused(error)
  return `Not ${done.toLowerCase()}: ${why}`
}

export function whyRefused(error: unknown): string {
  const kind = isApiError(error) ? error.kind : null
  if (kind === 'forbidden') return "your account can't decide on it, or the quota is used up"
  if (kind === 'unconfirmed') return "CloudCard didn't confirm it. Look at the photo again"
  if (kind === 'not-found') return 'the photo no longer exists'
  return kind === 'refused' ? "CloudCard didn't accept it" : errorWords(error).text
}

/** For the record and the status line. */
export function outcomeWords(decision: Decision, outcome: Outcome): string {
  const { done } = verbsOf(decision)
  switch (outcome.kind) {
    case 'sent':
      return done
    case 'too-late':
      return `${done}: too late to undo`
    case 'undone':
      return 'Undone'
    case 'left':
      return `Not changed: ${nowWords(outcome.now)}`
    case 'refused':
      return refusalWords(decision, outcome.error)
  }
}
