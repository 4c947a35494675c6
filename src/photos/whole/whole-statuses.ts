import type { QueryClient } from '@tanstack/react-query'
import { photosStandIn } from '../../cloudcard/known-photos'
import { loadPart } from '../../ui/later'
import { livesFor } from '../../base/lifetimes'
import { createStore } from '../../base/store'
import { skippedPhotos } from '../../desk/skipped'
import type { StatusFilter } from '../../fields/status'
import type { createWholeStatus, WholeStatus } from './whole-status'

/** What was read whole stays for the session; who never searches, filters or sorts never loads the code for it. */
const statuses = new Map<StatusFilter, WholeStatus>()
let create: typeof createWholeStatus | null = null

/** Whoever looks at a failure meanwhile is told that it is being tried again. */
export const isLoadingWholeStatuses = createStore(false)

/** Rejects with a PartError. */
export async function loadWholeStatuses(): Promise<void> {
  isLoadingWholeStatuses.set(true)
  try {
    create ??= await loadPart(async () => (await import('./whole-status')).createWholeStatus)
  } finally {
    isLoadingWholeStatuses.set(false)
  }
}

/** null until the code for it is loaded. */
export function wholeStatus(status: StatusFilter, client: QueryClient): WholeStatus | null {
  const known = statuses.get(status)
  if (known || !create) return known ?? null
  const made = create(status, client)
  statuses.set(status, made)
  return made
}

photosStandIn({
  lookUp: () => (id) => {
    for (const whole of statuses.values()) {
      const photo = whole.get(id)
      if (photo) return photo
    }
    return undefined
  },
  *all() {
    for (const whole of statuses.values()) yield* whole.photos()
  },
  put(_, photos) {
    for (const whole of statuses.values()) whole.put(photos)
  },
})

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
