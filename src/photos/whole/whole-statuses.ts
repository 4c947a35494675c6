import type { QueryClient } from '@tanstack/react-query'
import { livesFor } from '../../base/lifetimes'
import { skippedPhotos } from '../../desk/skipped'
import type { StatusFilter } from '../../fields/status'
import { createWholeStatus, type WholeStatus } from './whole-status'

/** What was read whole stays for the session. */
const statuses = new Map<StatusFilter, WholeStatus>()

export function wholeStatus(status: StatusFilter, client: QueryClient): WholeStatus {
  const known = statuses.get(status)
  if (known) return known
  const made = createWholeStatus(status, client)
  statuses.set(status, made)
  return made
}

// A filter asks who was skipped: the index has it with the photo.
skippedPhotos.subscribe(() => {
  const id = [...skippedPhotos.get()].at(-1)
  for (const whole of statuses.values()) {
    const photo = id === undefined ? undefined : whole.get(id)
    if (photo) whole.put(new Map([[photo.id, photo]]))
  }
})

livesFor('read', () => {
  for (const whole of statuses.values()) whole.end()
  statuses.clear()
})
