import { useEffect } from 'react'
import { loadPartsAhead } from '../ui/later'
import { LostDecisions } from '../desk/lost-decisions'
import { SessionKeeper } from '../session/session-keeper'

/** What is not needed before somebody has touched the page: what was lost with a tab, and what keeps the session. */
export function AfterStart() {
  // A part that is here already cannot be missing later, whatever becomes of the network and the server.
  useEffect(() => void loadPartsAhead(), [])
  return (
    <>
      <SessionKeeper />
      <LostDecisions />
    </>
  )
}
