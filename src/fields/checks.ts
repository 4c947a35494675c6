import type { Photo } from '../cloudcard/photo'

/** In the order in which the list names them; these are also their names in the address. */
export const checkNames = ['ratio', 'edited', 'background', 'automatic', 'bot', 'approved'] as const

/** What is worth a second look. */
export type CheckName = (typeof checkNames)[number]

export const checkLabels: Record<CheckName, string> = {
  ratio: 'Wrong ratio',
  edited: 'Edited',
  background: 'Background replaced',
  automatic: 'Decided automatically',
  bot: 'Still being checked',
  approved: 'Has approved photo',
}

const checkFields = {
  ratio: 'isAspectRatioWrong',
  edited: 'isManuallyEdited',
  background: 'isBackgroundReplaced',
  automatic: 'isDecidedAutomatically',
  bot: 'isBotWorking',
  approved: 'hasApprovedPhoto',
} as const satisfies Record<CheckName, keyof Photo>

export function hasCheck(photo: Photo, check: CheckName): boolean {
  return photo[checkFields[check]]
}

export function checksOf(photo: Photo): string[] {
  return checkNames.filter((check) => hasCheck(photo, check)).map((check) => checkLabels[check])
}
