/** Documented as a filter of Get Photo List. */
export const filterStatuses = [
  'PENDING',
  'APPROVED',
  'DENIED',
  'READY_FOR_DOWNLOAD',
  'DOWNLOADED',
  'DONE',
  'ENROUTE',
] as const
/** Only clients speak of these: whether they are filters nobody has published. */
const guessedStatuses = ['ON_HOLD', 'FAILED'] as const

/** Every word that the sandbox knows; the last one stands for words that nobody has told the app of. */
export const allStatuses = [...filterStatuses, ...guessedStatuses, 'DISCARDED', 'ARCHIVED_BY_VENDOR'] as const

export type SandboxStatus = (typeof allStatuses)[number]

const atTwelveThousand: [SandboxStatus, number][] = [
  ['APPROVED', 1208],
  ['DENIED', 96],
  ['READY_FOR_DOWNLOAD', 38],
  ['ENROUTE', 4],
]

/** So many of each, however many photos there are: always the same ones. */
const atAnySize: [SandboxStatus, number][] = [
  ['ON_HOLD', 6],
  ['FAILED', 2],
  ['DISCARDED', 8],
  ['ARCHIVED_BY_VENDOR', 2],
]

/**
 * In: how many photos in all. Out: how many of each status, adding up to it. A small sandbox has a third of its
 * photos pending and at least one of every status, as far as the photos reach; from 300 on at least 100 pending.
 */
export function statusCounts(total: number): Map<SandboxStatus, number> {
  const counts = new Map<SandboxStatus, number>(allStatuses.map((status) => [status, 0]))
  let left = total
  const give = (status: SandboxStatus, wanted: number) => {
    const given = Math.min(left, Math.max(0, wanted))
    counts.set(status, (counts.get(status) ?? 0) + given)
    left -= given
  }
  give('PENDING', total <= 300 ? Math.ceil(total / 3) : Math.max(100, Math.round((total * 412) / 12_000)))
  give('DOWNLOADED', 1)
  give('DONE', 1)
  for (const [status] of [...atTwelveThousand, ...atAnySize]) give(status, 1)
  for (const [status, share] of atTwelveThousand) give(status, Math.round((total * share) / 12_000) - 1)
  for (const [status, count] of atAnySize) {
    give(status, Math.min(count, Math.round((total * count) / 12_000)) - 1)
  }
  give('DOWNLOADED', Math.round(left * 0.6))
  // What is more than its share comes from what was done long ago.
  for (const [status, count] of atAnySize) give(status, count - (counts.get(status) ?? 0))
  give('DONE', left)
  return counts
}
