import type { Denial } from '../cloudcard/update-photo'
import { livesFor } from '../base/lifetimes'
import { unsentDecisions } from './decided'

/** What was to be told to the cardholders of these photos. */
export type Words = { denial: Denial; photos: readonly number[] }

/** Of denials that were on their way when this page was loaded again. */
let restored: readonly Words[] = []
let whenRestored: Promise<unknown> = Promise.resolve()
livesFor('work', () => void (restored = []))

/** To be told what was kept for the reload, and until when that is not known. */
export function restoreWords(words: Promise<readonly Words[]>): void {
  whenRestored = words.then((found) => void (restored = found))
}

/** What was to be told to the cardholder of a photo; null where that was not kept. */
export async function restoredWordsOf(photo: number): Promise<Denial | null> {
  await whenRestored
  return restored.find(({ photos }) => photos.includes(photo))?.denial ?? null
}

/** They are answered for. */
export function forgetWordsOf(gone: ReadonlySet<number>): void {
  restored = restored
    .map(({ denial, photos }) => ({ denial, photos: photos.filter((photo) => !gone.has(photo)) }))
    .filter(({ photos }) => photos.length > 0)
}

/** What a reload at this moment would lose: approvals need no words. */
export function wordsOnTheirWay(): readonly Words[] {
  // Thousands are denied with the same words.
  const photosOf = new Map<Denial, number[]>()
  for (const { photo, decision } of unsentDecisions()) {
    if (decision.status !== 'DENIED') continue
    const known = photosOf.get(decision.denial)
    if (known) known.push(photo.id)
    else photosOf.set(decision.denial, [photo.id])
  }
  return [...restored, ...[...photosOf].map(([denial, photos]) => ({ denial, photos }))]
}
