import { isApiError, type ApiError, type ApiErrorKind } from '../cloudcard/api-error'
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
  return {
    text: texts[error.kind](error),
    ...(error.kind === 'rate-limited' && { retryAt: error.retryAt }),
    ...(error.kind === 'intercepted' && { isReload: true }),
  }
}

const texts: Record<ApiErrorKind, (error: ApiError) => string> = {
  'signed-out': () => 'You are no longer signed in. Sign in again to continue.',
  forbidden: () => "Your CloudCard account doesn't have access to this. Ask whoever manages your accounts.",
  'not-found': () => "CloudCard can't find it. It may have been replaced or removed.",
  conflict: () => 'Someone else changed this at the same time. Try again to see the latest version.',
  'rate-limited': pauseWords,
  refused: ({ status }) => `CloudCard didn't accept the request${statusText(status)}. Nothing was changed.`,
  server: ({ status }) =>
    `CloudCard isn't available right now${statusText(status)}. Nothing was decided and nothing is lost.`,
  'timed-out': () =>
    "CloudCard didn't answer in time. It may be busy, or the network may be slow. Try again.",
  offline: () =>
    `${navigator.onLine ? 'CloudCard could not be reached' : 'This computer is offline'}. Check your network connection, then try again.`,
  intercepted: () => signOnEndedWords,
  stopped: () => 'You stopped loading. Nothing was changed.',
  unconfirmed: () => 'CloudCard did not say that it was done. Look at the photo again.',
  unreadable: () => "CloudCard sent an answer that Loupe couldn't read. Try again.",
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
