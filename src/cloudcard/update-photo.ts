import { fieldsOf, textOf, wholeNumberOf } from './lenient'
import { callCloudCard, pathOf } from './call-cloudcard'
import { ownAddress } from './own-address'
import type { RequestOptions } from './request'

/** What Update Photo is asked for: another status, and what is told with it in the address and beside the status. */
export type Update = { status: string; query?: Record<string, string>; body?: Record<string, unknown> }

/** What Update Photo says of the photo; `status` '' and `version` null where it does not say them. */
export type UpdatedPhoto = { status: string; version: number | null }

/** How long the encoded address of an update is, in bytes: servers on the way may refuse very long ones. */
export function addressLength(id: number, { query = {} }: Pick<Update, 'query'>): number {
  return ownAddress(pathOf('decide', { id }), query).length
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
  { status, query = {}, body }: Update,
  version: number | null,
  options: Pick<RequestOptions, 'isLeaving'> = {},
): Promise<UpdatedPhoto> {
  const change = { ...body, status, ...(version !== null && { version }) }
  const answer = await callCloudCard('decide', { id }, { ...options, query, body: change, keepalive: true })
  // No more is documented of the answer: it must never take the place of a photo.
  const fields = fieldsOf(answer)
  const isOfAnother = fields.id !== undefined && wholeNumberOf(fields.id) !== id
  if (isOfAnother) return { status: '', version: null }
  return { status: textOf(fields.status), version: wholeNumberOf(fields.version) }
}
