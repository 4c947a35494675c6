import { useEffect, type ReactNode } from 'react'
import { go, useAddress } from '../base/address'
import { Icon } from '../ui/icon'
import { ownAddress } from '../base/paths'
import { useSession, type SessionEnd } from './session'
import { SignInForm } from './sign-in-form'

const notices: Partial<Record<SessionEnd, string>> = {
  'signed-out': 'You are signed out.',
  'signed-out-here-only':
    'You are signed out on this computer, but CloudCard could not be told. The session there ends within 12 hours.',
  expired: 'Your session has ended. Sign in again to continue where you left off.',
}
const isEnd = (word: string | null): word is SessionEnd => word !== null && Object.hasOwn(notices, word)

export function SignInPage() {
  const session = useSession()
  const params = new URLSearchParams(useAddress(({ query }) => query))
  const to = session.signedIn ? ownAddress(params.get('to')) : null
  useEffect(() => {
    if (to !== null) go(to, { replace: true })
  }, [to])
  if (to !== null) return null
  // After a session the document was loaded anew, and only the address still knows.
  const told = params.get('end')
  const end = session.end === 'never-began' && isEnd(told) ? told : session.end
  return (
    <SignInFrame title="Sign in" heading="Loupe">
      <p className="mb-4 text-text-2">
        The photo review desk of your card office: look at the photos people send to CloudCard for their ID
        cards, and approve or deny them.
      </p>
      <p role="status" className="mb-2">
        {isEnd(end) && notices[end]}
      </p>
      <SignInForm />
    </SignInFrame>
  )
}

/** The page of whoever has to sign in, with nothing else on it. */
export function SignInFrame(page: { title: string; heading: string; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-4 pb-20">
      <title>{`${page.title} – Loupe`}</title>
      <div className="w-full max-w-[360px]">
        <h1 className="mb-2 flex items-center gap-2.5 text-xl font-semibold">
          <Icon name="loupe" className="size-5" />
          {page.heading}
        </h1>
        {page.children}
      </div>
    </main>
  )
}
