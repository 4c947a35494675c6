import { signOut as tellCloudCard } from '../api/session-requests'
import { endSession } from './session'

/** Ends the session at CloudCard and here. Where CloudCard cannot be told, here at least, and the sign-in page says so. */
export async function signOut(token: string): Promise<void> {
  try {
    await tellCloudCard(token)
    endSession('signed-out')
  } catch {
    endSession('signed-out-here-only')
  }
}
