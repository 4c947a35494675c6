import type { Denial } from '../cloudcard/update-photo'
import { livesFor } from '../base/lifetimes'
import { createStore } from '../base/store'

export const noDenial: Denial = { reasons: [], otherReason: '', note: '' }

/** What was ticked and typed, by photo, until the photo is denied: closing the form loses nothing. */
const drafts = new Map<number, Denial>()

/** The reasons of the last denial, for "Same as last". */
export const lastReasons = createStore<readonly string[]>([])

export const draftOf = (photoId: number): Denial => drafts.get(photoId) ?? noDenial
export const keepDraft = (photoId: number, denial: Denial): void => void drafts.set(photoId, denial)
export const dropDraft = (photoId: number): void => void drafts.delete(photoId)

export const hasDrafts = (): boolean =>
  [...drafts.values()].some(({ reasons, otherReason, note }) => reasons.length > 0 || otherReason || note)

livesFor('work', () => {
  drafts.clear()
  lastReasons.set([])
})

/** Whether it says anything to the cardholder. */
export function isGiven({ reasons, otherReason, note }: Denial): boolean {
  return reasons.length > 0 || otherReason.trim() !== '' || note.trim() !== ''
}
