import { documentLoad } from '../base/document-load'
import { paths } from '../base/paths'
import { endSession, getSession, isMarkKnown, lockSession, onSessionChange, sessionMark } from './session'

/** Whether the session is still the one of this browser: signed out in another tab is signed out here. */
export function checkSession(): void {
  const { person, end } = getSession()
  if (person === null || isMarkKnown()) return
  // Whoever has signed in elsewhere may be the same person: nothing is shown until that is known.
  if (sessionMark() !== null) return end === 'locked' ? undefined : lockSession()
  endSession('leaving')
  void leaveDocument('signed-out')
}

/** The end of a session is a new document. Where none can be loaded, as offline, the page at hand has to do. */
export async function leaveDocument(end: 'signed-out' | 'signed-out-here-only'): Promise<void> {
  const address = paths.signIn(undefined, end)
  if (await documentLoad.replace(address)) return
  endSession(end, { isLocalOnly: true })
  const waiting = new AbortController()
  const { signal } = waiting
  window.addEventListener('online', () => void documentLoad.replace(address), { once: true, signal })
  // Whoever signs in works in this one.
  const stop = onSessionChange(() => {
    stop()
    waiting.abort()
  })
}
