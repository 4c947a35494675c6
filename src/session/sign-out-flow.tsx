import { useEffect, useState } from 'react'
import { prepareEverywhere, signOut } from './sign-out'
import { UnsentDialog } from './unsent-dialog'

/** Signing out, from its beginning: what is held is sent first, and where that does not succeed, it is asked. */
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
  return <UnsentDialog unsent={unsent} onStay={onClose} onSignOut={() => void signOut()} />
}
