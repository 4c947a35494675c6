import { isApiError } from '../api/api-error'
import type { FailureWords } from '../components/failure'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** What happened and what to do about it, in words for a person who is not an engineer. */
export function errorWords(error: unknown): FailureWords {
  if (!isApiError(error)) return { text: 'Something went wrong in Loupe itself. Trying again may help.' }
  switch (error.kind) {
    case 'signed-out':
      return { text: 'You are no longer signed in. Sign in again to go on.' }
    case 'forbidden':
      return { text: 'Your CloudCard account may not see this. Ask the person who manages your accounts.' }
    case 'not-found':
      return { text: 'CloudCard does not know it. It may have been replaced or removed.' }
    case 'conflict':
      return { text: 'Somebody else changed this at the same time. Try again to see how it is now.' }
    case 'rate-limited':
      return {
        text:
          error.retryAt === null
            ? 'CloudCard asks us to slow down. Wait a minute, then try again.'
            : `CloudCard asks for a pause until ${clock.format(error.retryAt)}. Then try again.`,
        retryAt: error.retryAt,
      }
    case 'refused':
      return { text: `CloudCard did not accept the request${statusText(error.status)}. Nothing was changed.` }
    case 'server':
      return {
        text: `CloudCard is not available at the moment${statusText(error.status)}. Nothing was decided and nothing is lost.`,
      }
    case 'timed-out':
      return { text: 'CloudCard did not answer within 15 seconds. It may be busy: try again.' }
    case 'offline':
      return {
        text: navigator.onLine
          ? 'CloudCard could not be reached. Check the network connection, then try again.'
          : 'This computer is offline. Check the network connection, then try again.',
      }
    case 'unconfirmed':
      return { text: 'CloudCard did not say that it was done. Look at the photo again.' }
    case 'unreadable':
      return { text: 'CloudCard sent an answer that could not be read. Trying again may help.' }
  }
}

function statusText(status: number | null): string {
  return status === null ? '' : ` (error ${status})`
}
