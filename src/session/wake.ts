import { dropAuthToken } from '../cloudcard/auth-token'
import { beginActivity, isIdleOver } from './activity'
import { prepareSignOut } from './before-sign-out'
import { checkSession } from './leave'
import { getSession, keepMark, lockSession } from './session'
import { changeSettings } from './settings'

/** Locks where nobody was here for too long: what was decided is sent, and meanwhile nothing is on the screen any more. */
export async function lockWhenIdle(): Promise<void> {
  const { person, end } = getSession()
  if (person === null || end === 'locked' || !isIdleOver()) return
  const prepared = prepareSignOut()
  lockSession({ keepsToken: end !== 'interrupted' })
  await prepared
  if (getSession().signedIn === null) dropAuthToken()
}

/**
 * Signing out in another tab, and time that has passed while this one was asleep, are met before anything is shown: a page
 * that is frozen or kept for Back leaves nothing on the screen to wake up with.
 */
export function followWakes(): () => void {
  const following = new AbortController()
  const options = { signal: following.signal }
  const hide = () => void (document.body.style.visibility = 'hidden')
  const onWake = () => {
    if (document.visibilityState === 'visible' || getSession().person !== null) {
      checkSession()
      void lockWhenIdle()
    }
    document.body.style.visibility = ''
  }
  const onStorage = ({ key }: StorageEvent) => {
    // Signing out removes what it has kept, key by key.
    if (key !== null) return
    keepMark()
    changeSettings({})
    // Whoever did it is there; and without a time nobody would ever be away.
    if (getSession().person !== null) beginActivity()
  }
  window.addEventListener('storage', onStorage, options)
  document.addEventListener('freeze', hide, options)
  window.addEventListener('pagehide', (event) => event.persisted && hide(), options)
  for (const type of ['pageshow', 'focus', 'storage']) window.addEventListener(type, onWake, options)
  for (const type of ['resume', 'visibilitychange']) document.addEventListener(type, onWake, options)
  return () => following.abort()
}
