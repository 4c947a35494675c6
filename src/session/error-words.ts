import { type ApiError, isApiError } from '../cloudcard/api-error'
import { wallTimeOf } from '../base/clock'
import { signOnEndedWords, type FailureWords } from '../ui/failure'
import { partWords } from '../ui/part-failure'
import { PartError } from '../ui/part-files'
import { localDate } from '../base/local-date'

const clock = localDate({ hour: 'numeric', minute: '2-digit', second: '2-digit' })

/** What happened and what to do about it, in words for a person who is not an engineer. */
export function errorWords(error: unknown): FailureWords {
  if (error instanceof PartError) return partWords(error.problem)
  if (!isApiError(error)) return { text: 'Something went wrong in Loupe. Try again.' }
  switch (error.kind) {
    case 'signed-out':
      return { text: 'You are no longer signed in. Sign in again to continue.' }
    case 'forbidden':
      return {
        text: "Your CloudCard account doesn't have access to this. Ask whoever manages your accounts.",
      }
    case 'not-found':
      return { text: "CloudCard can't find it. It may have been replaced or removed." }
    case 'conflict':
      return { text: 'Someone else changed this at the same time. Try again to see the latest version.' }
    case 'rate-limited':
      return { text: pauseWords(error), retryAt: error.retryAt }
    case 'refused':
      return { text: `CloudCard didn't accept the request${statusText(error.status)}. Nothing was changed.` }
    case 'server':
      return {
        text: `CloudCard isn't available right now${statusText(error.status)}. Nothing was decided and nothing is lost.`,
      }
    case 'timed-out':
      return {
        text: "CloudCard didn't answer in time. It may be busy, or the network may be slow. Try again.",
      }
    case 'offline':
      return {
        text: navigator.onLine
          ? 'CloudCard could not be reached. Check your network connection, then try again.'
          : 'This computer is offline. Check your network connection, then try again.',
      }
    case 'intercepted':
      return {
        text: signOnEndedWords,
        isReload: true,
      }
    case 'stopped':
      return { text: 'You stopped loading. Nothing was changed.' }
    case 'unconfirmed':
      return { text: 'CloudCard did not say that it was done. Look at the photo again.' }
    case 'unreadable':
      return { text: "CloudCard sent an answer that Loupe couldn't read. Try again." }
  }
}

function pauseWords({ retryAt, isOwnLimit }: ApiError): string {
  const until = retryAt === null ? null : clock.format(wallTimeOf(retryAt))
  if (isOwnLimit)
    return `Too many requests came from your office's network. Try again ${until ? `after ${until}` : 'in a minute'}.`
  return until
    ? `CloudCard asked us to wait. Try again after ${until}.`
    : 'CloudCard asked us to slow down. Wait a minute, then try again.'
}

function statusText(status: number | null): string {
  return status === null ? '' : ` (error ${status})`
}
