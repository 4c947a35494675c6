import { useState } from 'react'
import { serverAhead, serverTime } from '../cloudcard/server-time'
import type { SignedIn } from '../cloudcard/session-requests'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { isExpiryNear } from './expiry'
import { useLooked } from './session-watch'
import { SignInForm } from './sign-in-form'
import { localDate } from '../base/local-date'

const clock = localDate({ hour: 'numeric', minute: '2-digit' })

/** Before a session ends: one quiet line, and the way to another one. */
export function ExpiryNotice({ signedIn }: { signedIn: SignedIn }) {
  const { token, expiresAt } = signedIn
  const isNear = useLooked(() => isExpiryNear(expiresAt, serverTime()))
  const [putOff, setPutOff] = useState<string | null>(null)
  const [renewing, setRenewing] = useState<string | null>(null)
  if (renewing === token) return <RenewDialog signedIn={signedIn} onClose={() => setRenewing(null)} />
  if (expiresAt === null || !isNear || putOff === token) return null
  return (
    <div className="appear fixed inset-x-2 bottom-14 z-40 flex flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-dialog border border-line-2 bg-surface px-3 py-1 shadow-dialog sm:inset-x-auto sm:top-px sm:bottom-auto sm:left-1/2 sm:-translate-x-1/2">
      <p role="status">Your session ends at {clock.format(expiresAt - serverAhead())}.</p>
      <span className="flex gap-2">
        <Button onClick={() => setRenewing(token)}>Renew</Button>
        <Button look="quiet" onClick={() => setPutOff(token)}>
          Later
        </Button>
      </span>
    </div>
  )
}

function RenewDialog({ signedIn, onClose }: { signedIn: SignedIn; onClose: () => void }) {
  return (
    <Dialog title="Renew the session" onClose={onClose}>
      <p className="mb-4 text-text-2">Sign in again to stay signed in for another 12 hours.</p>
      <SignInForm person={signedIn} onSignedIn={onClose} />
    </Dialog>
  )
}
