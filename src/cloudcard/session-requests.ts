import { ApiError } from './api-error'
import { isAuthToken } from './auth-token'
import { callCloudCard } from './call-cloudcard'
import { fieldsOf, parseDate, stringOf } from './lenient'
import { serverTime } from './server-time'

/** `roles` is null where CloudCard does not tell them; `expiresAt` is epoch ms by CloudCard's clock, null when not known. */
export type SignedIn = {
  token: string
  username: string
  roles: readonly string[] | null
  expiresAt: number | null
}

/** Signs a person in (documented). A wrong password is an ApiError 'signed-out', an answer without a token 'unreadable'. */
export async function signInWithPassword(username: string, password: string): Promise<SignedIn> {
  const answer = fieldsOf(await callCloudCard('signIn', {}, { body: { username, password } }))
  const roles: unknown[] = Array.isArray(answer.roles) ? answer.roles : []
  return {
    token: tokenOf(answer.access_token),
    username: stringOf(answer.username) || username,
    roles: roles.map(stringOf).filter(Boolean),
    expiresAt: null,
  }
}

/** Signs in with a persistent access token (documented; lives 12 hours). Errors as with a password. */
export async function signInWithToken(persistentAccessToken: string): Promise<SignedIn> {
  const answer = fieldsOf(await callCloudCard('signInWithToken', {}, { body: { persistentAccessToken } }))
  const ends = parseDate(answer.expirationDate)
  // A token that was just given has not ended: where it seems so, nobody's clock can be believed.
  const isToCome = ends !== null && ends > serverTime()
  return {
    token: tokenOf(answer.tokenValue),
    username: stringOf(answer.username),
    roles: null,
    expiresAt: isToCome ? ends : null,
  }
}

function tokenOf(value: unknown): string {
  if (isAuthToken(value)) return value
  throw new ApiError('unreadable', 'CloudCard answered a sign-in without a token')
}

/**
 * Ends the session of this token alone (documented), also when the token is no longer held here. An empty token is a
 * TypeError before anything is sent: CloudCard would end ALL sessions of the person.
 */
export async function signOut(token: string): Promise<void> {
  if (!isAuthToken(token)) throw new TypeError('Signing out needs the token')
  const body = { authenticationToken: token }
  // The page goes away, and nothing waits for it.
  await callCloudCard('signOut', {}, { body, authToken: token, keepalive: true, isLeaving: true })
}
