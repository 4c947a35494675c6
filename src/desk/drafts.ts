import { useState } from 'react'
import { followPhotoIds } from '../cloudcard/known-photos'
import { livesFor } from '../base/lifetimes'
import { verdictOf, type Decision } from './verdicts/verdicts'

/** What was ticked and typed, by verdict and photo, until that is decided: closing a form loses nothing. */
const drafts = new Map<Decision['verdict'], Map<number, Decision>>()
livesFor('work', () => drafts.clear())

export const draftOf = (verdict: Decision['verdict'], photoId: number): Decision | null =>
  drafts.get(verdict)?.get(photoId) ?? null

/** A decision without a form has nothing to be kept. */
export function keepDraft(photoId: number, decision: Decision): void {
  if (verdictOf(decision).form === null) return
  drafts.set(
    decision.verdict,
    (drafts.get(decision.verdict) ?? new Map<number, Decision>()).set(photoId, decision),
  )
}

export function dropDrafts(photoId: number): void {
  for (const each of drafts.values()) each.delete(photoId)
}

followPhotoIds((from, to) => {
  for (const each of drafts.values()) {
    const draft = each.get(from)
    if (draft) each.set(to, draft).delete(from)
  }
})

/** What a reload would lose, in words; null where nothing is half typed. */
export function draftWords(): string | null {
  const [half] = [...drafts.values()].flatMap((each) => [...each.values()])
  return (half && verdictOf(half).form?.draftWords) ?? null
}

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
    else drafts.get(next.verdict)?.delete(photoId)
  }
  return [draft, change]
}
