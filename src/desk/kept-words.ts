import { livesFor } from '../base/lifetimes'
import { unsentDecisions } from './decided'
import { verdictOf, type Decision } from './verdicts/verdicts'

/** What was to be told with the decision on these photos. */
export type Words = { decision: Decision; photos: readonly number[] }

/** Of decisions that were on their way when this page was loaded again. */
let restored: readonly Words[] = []
let whenRestored: Promise<unknown> = Promise.resolve()
livesFor('work', () => void (restored = []))

/** To be told what was kept for the reload, and until when that is not known. */
export function restoreWords(words: Promise<readonly Words[]>): void {
  whenRestored = words.then((found) => void (restored = found))
}

/** The decision on a photo with what was to be told; null where that was not kept. */
export async function restoredWordsOf(photo: number): Promise<Decision | null> {
  await whenRestored
  return restored.find(({ photos }) => photos.includes(photo))?.decision ?? null
}

/** They are answered for. */
export function forgetWordsOf(gone: ReadonlySet<number>): void {
  restored = restored
    .map(({ decision, photos }) => ({ decision, photos: photos.filter((photo) => !gone.has(photo)) }))
    .filter(({ photos }) => photos.length > 0)
}

/** What a reload at this moment would lose: a decision without a form needs no words. */
export function wordsOnTheirWay(): readonly Words[] {
  // Thousands are decided with the same words.
  const photosOf = new Map<Decision, number[]>()
  for (const { photo, decision } of unsentDecisions()) {
    if (verdictOf(decision).form === null) continue
    const known = photosOf.get(decision)
    if (known) known.push(photo.id)
    else photosOf.set(decision, [photo.id])
  }
  return [...restored, ...[...photosOf].map(([decision, photos]) => ({ decision, photos }))]
}
