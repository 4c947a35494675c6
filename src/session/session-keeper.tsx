import { useEffect } from 'react'
import { ExpiryNotice } from './expiry-notice'
import { IdleDialog } from './idle-dialog'
import { LockedPage } from './locked-page'
import { useSession } from './session'
import { SignInAgainDialog } from './sign-in-again-dialog'
import { openTabChannel } from './tab-channel'
import { useIdleness } from './use-idleness'
import { followWakes } from './wake'

/** What a session needs while it lasts: the other tabs, the clock, and whatever asks the person to sign in again. */
export function SessionKeeper() {
  const { signedIn, person, end } = useSession()
  const idleness = useIdleness()
  // The other tabs, and the browser, are outside React.
  useEffect(openTabChannel, [])
  useEffect(followWakes, [])
  if (person === null) return null
  return (
    <>
      {end === 'locked' && <LockedPage person={person} />}
      {end === 'interrupted' && <SignInAgainDialog person={person} />}
      {signedIn && <ExpiryNotice signedIn={signedIn} person={person} />}
      {signedIn && idleness.kind === 'warning' && <IdleDialog locksAt={idleness.locksAt} />}
    </>
  )
}
