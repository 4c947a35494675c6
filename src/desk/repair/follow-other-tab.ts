import type { QueryClient } from '@tanstack/react-query'
import { whenPageVisible } from '../../base/page-visibility'
import { replacePhoto } from '../../cloudcard/known-photos'
import { photoQuery } from '../../cloudcard/photos-query'
import { currentId, noteReplaced } from './replaced'

/** Another tab has had a photo repaired. Nothing is decided on the old one from now on; the new one is read once somebody looks. */
export async function followOtherTab(client: QueryClient, was: number, id: number): Promise<void> {
  if (currentId(was) === id) return
  noteReplaced(was, id)
  await whenPageVisible()
  const detail = await client.fetchQuery(photoQuery(id)).catch(() => null)
  if (detail) replacePhoto(client, was, detail.photo)
}
