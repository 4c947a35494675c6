import * as v from 'valibot'
import { ApiError } from './api-error'
import { isAuthToken } from './auth-token'
import { parseDate } from './date'
import { callCloudCard } from './call-cloudcard'
import { serverTime } from './server-time'

/** `roles` is null where CloudCard does not tell them; `expiresAt` is epoch ms by CloudCard's clock, null when not known. */
export type SignedIn = {
  token: string
  username: string
  roles: readonly string[] | null
  expiresAt: number | null
}

const token = v.custom<string>(isAuthToken)
const username = v.fallback(v.string(), '')
const personSchema = v.object({
  access_token: token,
  username,
  roles: v.fallback(v.array(v.fallback(v.string(), '')), []),
})
const persistentSchema = v.object({
  tokenValue: token,
  username,
  expirationDate: v.fallback(v.pipe(v.unknown(), v.transform(parseDate)), null),
})

/** Signs a person in (documented). A wrong password is an ApiError 'signed-out', an answer without a token 'unreadable'. */
export async function signInWithPassword(username: string, password: string): Promise<SignedIn> {
  const answer = await callCloudCard('signIn', {}, { body: { username, password } })
  const person = readSignIn(personSchema, answer)
  return {
    token: person.access_token,
    username: person.username || username,
    roles: person.roles.filter((role) => role !== ''),
    expiresAt: null,
  }
}

/** Signs in with a persistent access token (documented; lives 12 hours). Errors as with a password. */
export async function signInWithToken(persistentAccessToken: string): Promise<SignedIn> {
  const answer = await callCloudCard('signInWithToken', {}, { body: { persistentAccessToken } })
  const { tokenValue, username, expirationDate } = readSignIn(persistentSchema, answer)
  // A token that was just given has not ended: where it seems so, nobody's clock can be believed.
  const isToCome = expirationDate !== null && expirationDate > serverTime()
  return { token: tokenValue, username, roles: null, expiresAt: isToCome ? expirationDate : null }
}

function readSignIn<Schema extends v.GenericSchema>(schema: Schema, answer: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, answer)
  if (!result.success) throw new ApiError('unreadable', 'CloudCard answered a sign-in without a token')
  return result.output
}
