import { isApiError } from '../cloudcard/api-error'
import { errorWords } from './error-words'

export const ways = { password: 'E-mail and password', token: 'Persistent access token' } as const
export type Way = keyof typeof ways

const refusals: Record<Way, string> = {
  password: "CloudCard doesn't accept this e-mail and password. Check both, then try again.",
  token: "CloudCard doesn't accept this token. Copy all of it, then try again.",
}
const kinds = new Set(['signed-out', 'forbidden', 'not-found', 'conflict', 'refused'])

/** Why signing in did not succeed. Only CloudCard's own refusal says that the password is wrong; a proxy's says nothing of it. */
export function signInWords(error: unknown, way: Way): string {
  if (!isApiError(error) || !kinds.has(error.kind)) return errorWords(error).text
  if (error.kind === 'signed-out' && error.isJson) return refusals[way]
  const what = way === 'password' ? 'Your password' : 'The token'
  return `The sign-in was refused with error ${error.status}, and not as CloudCard refuses a wrong one. ${what} may be right: tell whoever runs Loupe here that something between Loupe and CloudCard may be in the way.`
}

/** Where what one signs in with comes from. */
export const passwordMeaning =
  "Sign in with your CloudCard account. Loupe has no passwords of its own: if you don't know yours, ask whoever manages CloudCard at your office."

export const tokenMeaning =
  'If your office uses single sign-on, sign in with a persistent access token instead. Whoever manages CloudCard at your office can create one for a service account; its history then names that account for everyone who uses the token.'
