import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { loadPartsAhead } from '../ui/later'
import { lostByReload } from '../base/reload'
import { showChangedPhoto } from '../photos/changed-photo'
import { LostDecisions } from '../desk/lost-decisions'
import { onPhotoChanged } from '../desk/photo-changes'
import { selection } from '../desk/selection'
import { SessionKeeper } from '../session/session-keeper'

/** What is not needed before somebody has touched the page: what follows decisions, and what keeps the session. */
export function AfterStart() {
  const client = useQueryClient()
  // A photo that was decided is another one in every list that has it.
  useEffect(() => onPhotoChanged((photo) => showChangedPhoto(client, photo)), [client])
  useEffect(() => lostByReload(() => (selection.size === 0 ? null : `the selection (${selection.size})`)), [])
  // A part that is here already cannot be missing later, whatever becomes of the network and the server.
  useEffect(() => void loadPartsAhead(), [])
  return (
    <>
      <SessionKeeper />
      <LostDecisions />
    </>
  )
}
