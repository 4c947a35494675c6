import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { loadPartsAhead } from '../ui/later'
import { followAddress } from '../photos/shown-search'
import { followOtherTab } from '../desk/repair/follow-other-tab'
import { LostDecisions } from '../desk/lost-decisions'
import { SessionKeeper } from '../session/session-keeper'
import { onReplacedElsewhere } from '../session/tab-channel'

/** What is not needed before somebody has touched the page: what was lost with a tab, and what keeps the session. */
export function AfterStart() {
  const client = useQueryClient()
  useEffect(() => onReplacedElsewhere((was, id) => void followOtherTab(client, was, id)), [client])
  // Where a reload, or Back after one, has led to a photo by an older number.
  useEffect(followAddress, [])
  // A part that is here already cannot be missing later, whatever becomes of the network and the server.
  useEffect(() => void loadPartsAhead(), [])
  return (
    <>
      <SessionKeeper />
      <LostDecisions />
    </>
  )
}
