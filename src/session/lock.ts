import { dropAuthToken } from '../cloudcard/auth-token'
import { getSession, setSession } from './session'
import { clearTab } from '../base/kept-for-reload'

/**
 * Everything leaves the screen; what the person has decided and half typed stays in memory.
 *
 * @param keepsToken it is still needed to send what was decided
 */
export function lockSession({ keepsToken = false } = {}): void {
  const { person } = getSession()
  if (person === null) return
  clearTab()
  if (!keepsToken) dropAuthToken()
  setSession({ signedIn: null, end: 'locked', person })
}
