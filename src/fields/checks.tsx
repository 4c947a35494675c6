import type { Photo } from '../cloudcard/photo'
import { WordList } from './kinds/cells'
import type { Field } from './kinds/field'
import { several } from './kinds/options'

/** What is worth a second look, in the order in which the list names it. These are also the names in the address. */
const flags = {
  ratio: 'isAspectRatioWrong',
  edited: 'isManuallyEdited',
  background: 'isBackgroundReplaced',
  automatic: 'isDecidedAutomatically',
  bot: 'isBotWorking',
  approved: 'hasApprovedPhoto',
} as const satisfies Record<string, keyof Photo>

export type CheckName = keyof typeof flags
export const checkNames = Object.keys(flags) as readonly CheckName[]

export const checkLabels: Record<CheckName, string> = {
  ratio: 'Wrong ratio',
  edited: 'Edited',
  background: 'Background replaced',
  automatic: 'Decided automatically',
  bot: 'Still being checked',
  approved: 'Has approved photo',
}

const hasCheck = (photo: Photo, check: CheckName): boolean => photo[flags[check]]

export function checksOf(photo: Photo): string[] {
  return checkNames.filter((check) => hasCheck(photo, check)).map((check) => checkLabels[check])
}

export const checks = {
  name: 'Checks',
  value: { kind: 'list', of: checksOf },
  cell: (photo) => <WordList words={checksOf(photo)} />,
  filters: {
    checks: several({
      options: checkNames,
      labels: checkLabels,
      legend: 'Any of these checks',
      has: hasCheck,
    }),
  },
  fact: {},
} satisfies Field
