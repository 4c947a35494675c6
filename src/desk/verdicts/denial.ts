import type { Update } from '../../cloudcard/update-photo'
import type { Said } from './verdict'

/** Why a photo is denied: names of the organization's photo requirements, and what is written beside; '' for nothing. */
export type Denying = { verdict: 'deny'; status: 'DENIED'; denial: Said }

export const nothingSaid: Said = { reasons: [], otherReason: '', note: '' }

/** Whether it says anything to the cardholder. */
export function isGiven({ reasons, otherReason, note }: Said): boolean {
  return reasons.length > 0 || otherReason.trim() !== '' || note.trim() !== ''
}

/** A requirement is a parameter by its own name: these names are taken. */
const takenNames: ReadonlySet<string> = new Set([
  'noteToCardholder',
  'otherReason',
  'onHoldReason',
  'failedReason',
])

/** Whether CloudCard can be told a reason of this name. */
export function isReasonName(name: string): boolean {
  return name !== '' && !takenNames.has(name)
}

/** A denial as CloudCard is told it: as parameters of the address. */
export function carriedBy({ reasons, otherReason, note }: Said): Required<Pick<Update, 'query'>> {
  const named = reasons.filter(isReasonName).map((name) => [name, 'true'] as const)
  return {
    query: {
      ...Object.fromEntries(named),
      ...(otherReason && { otherReason }),
      ...(note && { noteToCardholder: note }),
    },
  }
}
