/** The seven words that the list can be filtered by, in the office's order, and what the tabs call them. */
export const statusFilters = [
  'PENDING',
  'APPROVED',
  'DENIED',
  'READY_FOR_DOWNLOAD',
  'DOWNLOADED',
  'DONE',
  'ENROUTE',
  'ALL',
] as const

export type StatusFilter = (typeof statusFilters)[number]

const labels: Record<string, string> = {
  PENDING: 'Pending',
  APPROVED: 'Approved',
  DENIED: 'Denied',
  READY_FOR_DOWNLOAD: 'Ready for download',
  DOWNLOADED: 'Downloaded',
  DONE: 'Done',
  ENROUTE: 'En route',
  // Seen in the wild; no filter reaches them but All.
  ON_HOLD: 'On hold',
  FAILED: 'Failed',
  DISCARDED: 'Discarded',
  ALL: 'All',
}

/** A status in the office's words; one that nobody knows is shown as it was sent. */
export function statusLabel(status: string): string {
  return Object.hasOwn(labels, status) ? (labels[status] ?? status) : status
}

/** "pending photos", or "photos" where every status is meant; for sentences. */
export function photosOf(status: StatusFilter): string {
  return status === 'ALL' ? 'photos' : `${statusLabel(status).toLowerCase()} photos`
}

/** A list of one status does not say it of each photo; one of all of them does, also where somebody calls a status "ALL". */
export function isListsOwn(status: string, listStatus: string): boolean {
  return listStatus !== 'ALL' && status === listStatus
}
