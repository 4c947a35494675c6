import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { showChangedPhoto } from './photos/changed-photo'
import { onPhotoChanged } from './review/photo-changes'
import { selection } from './review/selection'
import { beforeReload } from './session/missing-code'
import { SessionKeeper } from './session/session-keeper'

/** What is not needed before somebody has touched the page: what follows decisions, and what keeps the session. */
export function AfterStart() {
  const client = useQueryClient()
  // A photo that was decided is another one in every list that has it.
  useEffect(() => onPhotoChanged((photo) => showChangedPhoto(client, photo)), [client])
  // What is chosen would be lost with the page.
  useEffect(() => beforeReload(() => selection.size > 0), [])
  return <SessionKeeper />
}
