import { useEffect, useState } from 'react'
import { signOut as tellCloudCard } from '../cloudcard/session-requests'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { isSecondClick } from '../ui/second-click'
import { prepareSignOut } from './before-sign-out'
import { leaveDocument } from './leave'
import { endSession, getSession } from './session'
import { prepareOtherTabs } from './tab-channel'

/** Signing out, from its beginning: what is held is sent first, and what CloudCard could not be told is named, and asked about. */
export function SignOutFlow({ onClose }: { onClose: () => void }) {
  const [unsent, setUnsent] = useState<readonly string[]>([])
  // It begins when it is drawn, and goes away with the page.
  useEffect(() => {
    let isWanted = true
    const begin = async () => {
      const left = await prepareEverywhere()
      if (!isWanted) return
      if (left.length > 0) setUnsent(left)
      else await signOut()
    }
    void begin()
    return () => void (isWanted = false)
  }, [])
  if (unsent.length === 0) return null
  return (
    <Dialog title="Not sent yet" onClose={onClose}>
      <p>{unsent.length === 1 ? 'This decision has' : 'These decisions have'} not reached CloudCard:</p>
      <ul className="my-2 max-h-60 list-disc overflow-y-auto pl-5">
        {unsent.map((words) => (
          <li key={words} className="wrap-anywhere">
            {words}
          </li>
        ))}
      </ul>
      <p className="text-text-2">If you sign out now, these photos stay undecided.</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="filled" onClick={onClose}>
          Stay signed in
        </Button>
        <Button onClick={({ nativeEvent }) => !isSecondClick(nativeEvent) && void signOut()}>
          Sign out without them
        </Button>
      </div>
    </Dialog>
  )
}

/** For whoever is asked to sign in again, and does not want to go on. */
export function SignOutLine() {
  const [isSigningOut, setIsSigningOut] = useState(false)
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3 text-text-2">
      Not you?
      <Button onClick={() => setIsSigningOut(true)}>Sign out</Button>
      {isSigningOut && <SignOutFlow onClose={() => setIsSigningOut(false)} />}
    </div>
  )
}

/** So long CloudCard's answer is waited for, in ms; what was sent arrives all the same. */
const patienceMs = 3_000

/** What could not be sent in any tab of this browser, in words; nothing where one may sign out. */
async function prepareEverywhere(): Promise<readonly string[]> {
  return (await Promise.all([prepareSignOut(), prepareOtherTabs()])).flat()
}

/**
 * Ends the session here and in every tab, and then at CloudCard: also where that cannot be told. A token that was refused
 * already is not sent: CloudCard would end ALL sessions of the person.
 */
async function signOut(): Promise<void> {
  const token = getSession().signedIn?.token
  endSession('leaving')
  const isTold = token === undefined || (await Promise.race([tell(token), patience()]).catch(() => false))
  await leaveDocument(isTold ? 'signed-out' : 'signed-out-here-only')
}

const tell = (token: string) => tellCloudCard(token).then(() => true)
const patience = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))
