import { wallTimeOf } from '../../base/clock'
import { counted, numberWords } from '../../base/words'
import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import { statusLabel } from '../../fields/status'
import { clockTime } from '../../fields/kinds/time'
import { errorWords } from '../../session/error-words'
import { isRefusedForAll, verbsOf, type Decision } from '../verdicts/verdicts'
import { showsAnother, type Batch, type Failure, type HeldDecision } from './held-decision'
import type { Outcome, PhotoNow } from './held-decision'

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
function whyWaiting(error: unknown): string {
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

function whyRefused(error: unknown): string {
  const kind = isApiError(error) ? error.kind : null
  if (kind === 'forbidden') return "your account can't decide on it, or the quota is used up"
  if (kind === 'unconfirmed') return "CloudCard didn't confirm it. Look at the photo again"
  if (kind === 'not-found') return 'the photo no longer exists'
  return kind === 'refused' ? "CloudCard didn't accept it" : errorWords(error).text
}

/** What is happening to a decision on many, but for the seconds of one that is held: "Approve 41 photos". */
export function bulkWords(batch: Batch): string {
  const { doing, does, done } = verbsOf(batch.decision)
  const { total, sent, failed, unsent, state } = batch
  switch (state.kind) {
    case 'held':
    case 'sending':
      return `${doing} ${counted(total, 'photo')}`
    case 'asking':
      return `${does} ${counted(total, 'photo')}? This was due a while ago.`
    case 'stopped':
    case 'done': {
      const verb = state.kind === 'stopped' && batch.photos.size > 0 ? 'Stopping' : done
      const parts = [`${verb} ${numberWords(sent)} of ${counted(total, 'photo')}`]
      if (failed > 0) parts.push(`${numberWords(failed)} failed`)
      if (unsent > 0) parts.push(`${numberWords(unsent)} not sent`)
      return failed + unsent === 0 && sent === total ? `${done} ${counted(total, 'photo')}` : parts.join(', ')
    }
  }
}

/** Why nothing is being sent just now, and when it goes on; "" while it is. */
export function waitWords({ state }: Batch): string {
  if (state.kind !== 'sending' || !state.wait) return ''
  const { error, until } = state.wait
  return `${whyWaiting(error)}. Next try at ${clockTime(wallTimeOf(until))}.`
}

/** Why a photo is still undecided, in a few words. */
export function failureWords(failure: Failure): string {
  if (failure.kind === 'conflict') return `Changed by someone else: ${nowWords(failure.now)}`
  if (failure.kind === 'refused' && isUnconfirmed(failure.error)) return 'Not confirmed. Look at it again.'
  if (failure.kind === 'refused') return `Not accepted: ${whyRefused(failure.error)}`
  return 'No answer. It may have gone through.'
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
