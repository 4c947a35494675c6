import { useState } from 'react'
import { followPhotoIds } from '../../cloudcard/known-photos'
import { livesFor } from '../../base/lifetimes'
import { lostByReload } from '../../base/reload'
import { verdictOf, type Decision } from './verdicts'

/** What was ticked and typed, by photo and verdict, until that is decided: closing a form loses nothing. */
const drafts = new Map<number, Map<Decision['verdict'], Decision>>()
livesFor('work', () => drafts.clear())

export const draftOf = (verdict: Decision['verdict'], photoId: number): Decision | null =>
  drafts.get(photoId)?.get(verdict) ?? null

/** A decision without a form has nothing to be kept. */
export function keepDraft(photoId: number, decision: Decision): void {
  if (!verdictOf(decision).form) return
  drafts.set(photoId, new Map(drafts.get(photoId)).set(decision.verdict, decision))
}

export const dropDrafts = (photoId: number): unknown => drafts.delete(photoId)

followPhotoIds((from, to) => {
  const known = drafts.get(from)
  if (known) drafts.set(to, known).delete(from)
})

lostByReload(() => {
  const [half] = [...drafts.values()].flatMap((each) => [...each.values()])
  return (half && verdictOf(half).form?.draftWords) ?? null
})

/** What is given in a form, kept as long as it says anything. */
export function useDraft<D extends Decision>(
  photoId: number,
  empty: D,
  isGiven: (decision: D) => boolean,
): [D, (next: D) => void] {
  const [draft, setDraft] = useState(() => (draftOf(empty.verdict, photoId) as D | null) ?? empty)
  function change(next: D) {
    setDraft(next)
    if (isGiven(next)) keepDraft(photoId, next)
    else drafts.get(photoId)?.delete(next.verdict)
  }
  return [draft, change]
}
