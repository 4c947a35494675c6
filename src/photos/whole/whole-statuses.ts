import type { QueryClient } from '@tanstack/react-query'
import type { Row } from '../../cloudcard/photo'
import { loadPart } from '../../ui/later'
import { livesFor } from '../../base/lifetimes'
import { createStore } from '../../base/store'
import type { StatusFilter } from '../../fields/status'
import type { createWholeStatus, WholeStatus } from './whole-status'

/** Above so many it is asked first: that is much to read, and to keep. */
export const askAbove = 20_000

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

export function replaceInWholeStatuses(row: Row): void {
  for (const whole of statuses.values()) whole.replace(row)
}

livesFor('read', () => {
  for (const whole of statuses.values()) whole.end()
  statuses.clear()
})
