import { Dialog } from '../ui/dialog'
import type { Person } from './session'
import { SignInForm } from './sign-in-form'
import { SignOutLine } from './sign-out-line'

/** The session has ended in the middle of work: the page stays as it is behind this, and goes on afterwards. */
export function SignInAgainDialog({ person }: { person: Person }) {
  return (
    <Dialog title="Sign in again" comesByItself>
      <p>Your session has ended. Sign in again to continue where you left off. Nothing is lost.</p>
      <p className="mt-1 mb-4 text-text-2">If someone else signs in, they start fresh.</p>
      <SignInForm person={person} takesFocus={false} />
      <SignOutLine />
    </Dialog>
  )
}
