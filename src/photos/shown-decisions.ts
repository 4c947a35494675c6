import { afterPaint } from '../base/after-paint'
import { livesFor } from '../base/lifetimes'
import { createStore } from '../base/store'
import type { Photo } from '../cloudcard/photo'
import { decisionChanges, madeDecisions, movesNow, type Move } from '../desk/ledger/decided'
import { isReplaced, replacedPhotos } from '../desk/repair/replaced'

/** What the decisions made here move, for numbers and places: they follow in the frame after, for the next photo comes first. */
export const shownMoves = createStore<readonly Move[]>([])

let stop = () => {}
function follow() {
  stop()
  // A photo that has taken the place of a decided one is in its row, and has to be decided again.
  stop = afterPaint(() => shownMoves.set(movesNow().filter(({ photoId }) => !isReplaced(photoId))))
}
decisionChanges.subscribe(follow)
madeDecisions.subscribe(follow)
replacedPhotos.subscribe(follow)
livesFor('document', () => {
  stop()
  shownMoves.set([])
})

/** The photos that have left a status by decisions made here, or are about to. */
export type Decided = ReturnType<typeof decidedIn>

export function decidedIn(status: string, moves: readonly Move[]) {
  const gone = moves.filter(({ from }) => from === status)
  /** Those of them whose decision has not arrived at CloudCard. */
  const waiting = new Set(gone.filter(({ arrivedAt }) => arrivedAt === null).map(({ photoId }) => photoId))
  const ids = new Set(gone.map(({ photoId }) => photoId))
  return {
    ids,
    waiting,
    /** Of a photo as a list has it: it may have been put back since. */
    hasLeft: ({ id, status: now }: Photo) =>
      ids.has(id) && (waiting.has(id) || (status !== 'ALL' && now !== status)),
  }
}
