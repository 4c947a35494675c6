import { useEffect } from 'react'
import { Icon } from '../ui/icon'
import { doubtKeys } from '../ui/meant-keys'
import type { Person } from './session'
import { SignInForm } from './sign-in-form'
import { SignOutLine } from './sign-out-line'

/** Nobody was here for a while: nothing is on the screen, and the same person goes on at the same place. */
export function LockedPage({ person }: { person: Person }) {
  // The page comes back when the answer to the sign-in does.
  useEffect(() => doubtKeys, [])
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4 pb-20">
      <title>Locked – Loupe</title>
      <div className="w-full max-w-[360px]">
        <h1 className="mb-4 flex items-center gap-2.5 text-xl font-semibold">
          <Icon name="loupe" className="size-5" />
          Loupe is locked
        </h1>
        <p role="status" className="mb-4 text-text-2">
          Locked for inactivity. Sign in to continue.
        </p>
        <SignInForm person={person} />
        <SignOutLine />
      </div>
    </main>
  )
}
