import { isApiError } from '../../cloudcard/api-error'
import type { Photo } from '../../cloudcard/photo'
import type { Process } from '../../cloudcard/process-photo'
import { statusLabel } from '../../fields/status'
import { errorWords } from '../../session/error-words'
import { processes } from './processes'
import type { Repair, RepairFailure, UnfinishedRepair } from './repair'

/** Said before it is asked for, and beside what came of it. */
export const noWayBackWords = 'CloudCard has no way back to the old picture.'

/** Beside a photo on which CloudCard works. */
export const workingWords = (process: Process): string =>
  `${processes[process].doing}… You can decide once CloudCard is done.`

/** What came of it, in one line; '' while it is under way. */
export function endWords({ process, state }: Repair): string {
  if (state.kind === 'failed') return failureWords(process, state.failure)
  if (state.kind !== 'done') return ''
  const { done } = processes[process]
  return state.isLetGo ? `${done} by CloudCard. ${letGoWords}` : `${done} by CloudCard.`
}

export const letGoWords =
  "CloudCard's bot has been at work on it for two minutes. Loupe doesn't wait any longer: look again later."

function failureWords(process: Process, failure: RepairFailure): string {
  const { past } = processes[process]
  switch (failure.kind) {
    case 'changed':
      return `Not ${past}: ${changedWords(failure.now)} Look at it again.`
    case 'busy':
      return `Not ${past}: CloudCard's bot is still working on this photo. Try again in a minute.`
    case 'refused':
      return `Not ${past}: ${refusalWords(failure.error)}`
    case 'not-done':
      return failure.isAnswered
        ? `Not ${past}: CloudCard said yes, but the photo is as it was. Try again, or decide on it as it is.`
        : `Not ${past}: CloudCard didn't answer, and the photo is as it was. Try again.`
    case 'unreadable':
      return `CloudCard has made a new photo of this one, number ${failure.id}, which can't be read. ${errorWords(failure.error).text}`
    case 'lost':
      return 'CloudCard has replaced this photo and didn’t say by which one. Refresh the list: the new one is in it.'
    case 'unknown':
      return `It is not known whether the photo was ${past}: CloudCard can't be reached. Refresh the list later.`
  }
}

/** Of one that was under way before a reload, and cannot be followed any more; `id` is the number that it has by now. */
export function leftWords({ was, id, process }: UnfinishedRepair): string {
  const asked = `Photo ${was} was to be ${processes[process].past} when Loupe was reloaded, and can't be read any more.`
  return id === was
    ? `${asked} If CloudCard has made a new photo of it, that is in the list.`
    : `${asked} It is photo ${id} now.`
}

function changedWords({ status }: Photo): string {
  return `someone else changed this photo. It is now ${statusLabel(status)}.`
}

function refusalWords(error: unknown): string {
  const kind = isApiError(error) ? error.kind : null
  if (kind === 'forbidden') {
    return "your CloudCard account isn't allowed to do this. Ask whoever manages your accounts."
  }
  if (kind === 'not-found')
    return "CloudCard doesn't offer this here. Decide on the photo as it is, or ask whoever manages CloudCard at your office."
  if (kind === 'conflict') return 'someone else changed this photo at the same time. Look at it again.'
  return errorWords(error).text
}

/** Whether the same may be asked for once more. */
export function canTryAgain({ state }: Repair): boolean {
  if (state.kind !== 'failed') return false
  const { failure } = state
  if (failure.kind !== 'refused') return failure.kind === 'busy' || failure.kind === 'not-done'
  return !(isApiError(failure.error) && ['forbidden', 'not-found'].includes(failure.error.kind))
}
