import { fieldsOf, textOf, wholeNumberOf } from './lenient'
import { callCloudCard, pathOf } from './call-cloudcard'
import { ownAddress } from './own-address'
import type { RequestOptions } from './request'

/** Why a photo is denied: names of the organization's photo requirements, and what is written beside; '' for nothing. */
export type Denial = { reasons: readonly string[]; otherReason: string; note: string }

export type Decision = { status: 'APPROVED' } | { status: 'DENIED'; denial: Denial }

/** What Update Photo says of the photo; `status` '' and `version` null where it does not say them. */
export type UpdatedPhoto = { status: string; version: number | null }

/** A requirement is a parameter by its own name: these names are taken. */
const takenNames: ReadonlySet<string> = new Set(['noteToCardholder', 'otherReason'])

/** Whether CloudCard can be told a reason of this name. */
export function isReasonName(name: string): boolean {
  return name !== '' && !takenNames.has(name)
}

function queryOf(decision: Decision): Record<string, string> {
  if (decision.status !== 'DENIED') return {}
  const { reasons, otherReason, note } = decision.denial
  const named = reasons.filter(isReasonName).map((name) => [name, 'true'] as const)
  return {
    ...Object.fromEntries(named),
    ...(otherReason && { otherReason }),
    ...(note && { noteToCardholder: note }),
  }
}

/** How long the encoded address of a decision is, in bytes: servers on the way may refuse very long ones. */
export function addressLength(id: number, decision: Decision): number {
  return ownAddress(pathOf('decide', { id }), queryOf(decision)).length
}

/**
 * Update Photo (documented): approves or denies, and the cardholder gets an e-mail at once. `version` is the one that was
 * seen: where CloudCard has another by now, somebody else has changed the photo, and the error is a 'conflict'. null is
 * for photos that have none: then nothing is checked. The request outlives the page; `isLeaving` is for the moment in
 * which that goes: it does not wait for others. Only a status that is the one asked for says that it was done: an empty
 * answer, or one about another photo, says nothing. Rejects as `request` does; never tried again by itself.
 */
export async function updatePhoto(
  id: number,
  decision: Decision,
  version: number | null,
  options: Pick<RequestOptions, 'isLeaving'> = {},
): Promise<UpdatedPhoto> {
  const answer = await callCloudCard(
    'decide',
    { id },
    {
      ...options,
      query: queryOf(decision),
      body: version === null ? { status: decision.status } : { status: decision.status, version },
      keepalive: true,
    },
  )
  // No more is documented of the answer: it must never take the place of a photo.
  const fields = fieldsOf(answer)
  const isOfAnother = fields.id !== undefined && wholeNumberOf(fields.id) !== id
  if (isOfAnother) return { status: '', version: null }
  return { status: textOf(fields.status), version: wholeNumberOf(fields.version) }
}
