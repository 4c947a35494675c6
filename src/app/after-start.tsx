import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { loadPartsAhead } from '../ui/later'
import { showChangedPhoto } from '../photos/sources/changed-photo'
import { LostDecisions } from '../desk/lost-decisions'
import { onPhotoChanged } from '../desk/photo-changes'
import { SessionKeeper } from '../session/session-keeper'

/** What is not needed before somebody has touched the page: what follows decisions, and what keeps the session. */
export function AfterStart() {
  const client = useQueryClient()
  // A photo that was decided is another one in every list that has it.
  useEffect(() => onPhotoChanged((photo) => showChangedPhoto(client, photo)), [client])
  // A part that is here already cannot be missing later, whatever becomes of the network and the server.
  useEffect(() => void loadPartsAhead(), [])
  return (
    <>
      <SessionKeeper />
      <LostDecisions />
    </>
  )
}
