import { isAuthToken } from './auth-token'
import { callCloudCard } from './call-cloudcard'

/**
 * Ends the session of this token alone (documented), also when the token is no longer held here. An empty token is a
 * TypeError before anything is sent: CloudCard would end ALL sessions of the person.
 */
export async function signOut(token: string): Promise<void> {
  if (!isAuthToken(token)) throw new TypeError('Signing out needs the token')
  await callCloudCard(
    'signOut',
    {},
    {
      body: { authenticationToken: token },
      authToken: token,
      // The page goes away, and nothing waits for it.
      keepalive: true,
      isLeaving: true,
    },
  )
}
