import { signOut as tellCloudCard } from '../api/sign-out-request'
import { endSession } from './session'

/** Gives, in words, what could not be done before signing out. */
type Preparation = () => Promise<readonly string[]>
const preparations = new Set<Preparation>()

/** To be called before a session ends by Sign out; who has work under way brings it to its end there. */
export function beforeSignOut(preparation: Preparation): () => void {
  preparations.add(preparation)
  return () => preparations.delete(preparation)
}

/** What of the work under way could not be brought to its end, in words; nothing where one may sign out. */
export async function prepareSignOut(): Promise<readonly string[]> {
  return (await Promise.all([...preparations].map((prepare) => prepare()))).flat()
}

/** Ends the session at CloudCard and here. Where CloudCard cannot be told, here at least, and the sign-in page says so. */
export async function signOut(token: string): Promise<void> {
  try {
    await tellCloudCard(token)
    endSession('signed-out')
  } catch {
    endSession('signed-out-here-only')
  }
}
