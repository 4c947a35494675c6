import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { localDate } from '../base/local-date'
import { serverAhead, serverTime } from '../cloudcard/server-time'
import type { SignedIn } from '../cloudcard/session-requests'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { doubtKeys } from '../ui/meant-keys'
import { useSecondsLeft } from '../ui/use-seconds-left'
import { useStateOf } from '../ui/use-state-of'
import { locksAt } from './activity'
import { isExpiryNear } from './expiry'
import { useSession, type Person } from './session'
import { useLooked, watchSession } from './session-watch'
import { SignInForm } from './sign-in-form'
import { SignInFrame } from './sign-in-page'
import { SignOutLine } from './sign-out-flow'
import { openTabChannel } from './tab-channel'

/** What a session needs while it lasts: the other tabs, the clock, and whatever asks the person to sign in again. */
export function SessionKeeper() {
  const { signedIn, person, end } = useSession()
  const cache = useQueryClient().getQueryCache()
  // The other tabs, the time and the browser are outside React.
  useEffect(openTabChannel, [])
  useEffect(() => watchSession(cache), [cache])
  const locks = useLooked(locksAt)
  if (person === null) return null
  return (
    <>
      {end === 'locked' && <LockedPage person={person} />}
      {end === 'interrupted' && <SignInAgainDialog person={person} />}
      {signedIn && <ExpiryNotice signedIn={signedIn} />}
      {signedIn && locks !== null && <IdleDialog locksAt={locks} />}
    </>
  )
}

/** Nobody was here for a while: nothing is on the screen, and the same person goes on at the same place. */
function LockedPage({ person }: { person: Person }) {
  // The page comes back when the answer to the sign-in does.
  useEffect(() => doubtKeys, [])
  return (
    <SignInFrame title="Locked" heading="Loupe is locked">
      <p role="status" className="mb-4 pt-2 text-text-2">
        Locked for inactivity. Sign in to continue.
      </p>
      <SignInForm person={person} />
      <SignOutLine />
    </SignInFrame>
  )
}

/** The session has ended in the middle of work: the page stays as it is behind this, and goes on afterwards. */
function SignInAgainDialog({ person }: { person: Person }) {
  return (
    <Dialog title="Sign in again" comesByItself>
      <p>Your session has ended. Sign in again to continue where you left off. Nothing is lost.</p>
      <p className="mt-1 mb-4 text-text-2">If someone else signs in, they start fresh.</p>
      <SignInForm person={person} takesFocus={false} />
      <SignOutLine />
    </Dialog>
  )
}

/** Any key says that somebody is there: `session-watch.ts` hears it. */
function IdleDialog({ locksAt }: { locksAt: number }) {
  const seconds = useSecondsLeft(locksAt, false)
  return (
    <Dialog title="Are you still there?" comesByItself>
      <p>
        Loupe locks in{' '}
        <span role="timer" className="font-semibold">
          {seconds} s
        </span>{' '}
        because nobody has used it for a while. Your decisions are sent first, and nothing stays on the
        screen.
      </p>
      <div className="mt-4 flex items-center gap-3">
        <Button look="filled" className="min-h-11">
          Stay signed in
        </Button>
        <span className="text-text-2">Or press any key.</span>
      </div>
    </Dialog>
  )
}

const clock = localDate({ hour: 'numeric', minute: '2-digit' })

/** Before a session ends: one quiet line, and the way to another one. */
function ExpiryNotice({ signedIn }: { signedIn: SignedIn }) {
  const { token, expiresAt } = signedIn
  const isNear = useLooked(() => isExpiryNear(expiresAt, serverTime()))
  const [isPutOff, setIsPutOff] = useStateOf(token, false)
  const [isRenewing, setIsRenewing] = useStateOf(token, false)
  if (isRenewing) {
    return (
      <Dialog title="Renew the session" onClose={() => setIsRenewing(false)}>
        <p className="mb-4 text-text-2">Sign in again to stay signed in for another 12 hours.</p>
        <SignInForm person={signedIn} onSignedIn={() => setIsRenewing(false)} />
      </Dialog>
    )
  }
  if (expiresAt === null || !isNear || isPutOff) return null
  return (
    <div className="appear fixed inset-x-2 bottom-14 z-40 flex flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-dialog border border-line-2 bg-surface px-3 py-1 shadow-dialog sm:inset-x-auto sm:top-px sm:bottom-auto sm:left-1/2 sm:-translate-x-1/2">
      <p role="status">Your session ends at {clock.format(expiresAt - serverAhead())}.</p>
      <span className="flex gap-2">
        <Button onClick={() => setIsRenewing(true)}>Renew</Button>
        <Button look="quiet" onClick={() => setIsPutOff(true)}>
          Later
        </Button>
      </span>
    </div>
  )
}
