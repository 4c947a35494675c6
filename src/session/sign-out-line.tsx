import { useState } from 'react'
import { Button } from '../ui/button'
import { SignOutFlow } from './sign-out-flow'

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
