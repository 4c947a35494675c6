import { signOut as tellCloudCard } from '../cloudcard/session-requests'
import { prepareSignOut } from './before-sign-out'
import { leaveDocument } from './leave'
import { endSession, getSession } from './session'
import { prepareOtherTabs } from './tab-channel'

/** So long CloudCard's answer is waited for, in ms; what was sent arrives all the same. */
const patienceMs = 3_000

/** What could not be sent in any tab of this browser, in words; nothing where one may sign out. */
export async function prepareEverywhere(): Promise<readonly string[]> {
  return (await Promise.all([prepareSignOut(), prepareOtherTabs()])).flat()
}

/**
 * Ends the session here and in every tab, and then at CloudCard: also where that cannot be told. A token that was refused
 * already is not sent: CloudCard would end ALL sessions of the person.
 */
export async function signOut(): Promise<void> {
  const token = getSession().signedIn?.token
  endSession('leaving')
  const isTold = token === undefined || (await Promise.race([tell(token), patience()]))
  await leaveDocument(isTold ? 'signed-out' : 'signed-out-here-only')
}

const tell = (token: string) =>
  tellCloudCard(token).then(
    () => true,
    () => false,
  )

const patience = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))
