import type { Photo } from '../api/photo'

/** What is worth a second look, in the order in which the list names it. */
const checks: readonly [keyof Photo, string][] = [
  ['isAspectRatioWrong', 'Wrong ratio'],
  ['isManuallyEdited', 'Edited'],
  ['isBackgroundReplaced', 'Background replaced'],
  ['isDecidedAutomatically', 'Decided automatically'],
  ['isBotWorking', 'Bot working'],
  ['hasApprovedPhoto', 'Has approved photo'],
]

export function checksOf(photo: Photo): string[] {
  return checks.filter(([field]) => photo[field] === true).map(([, label]) => label)
}
