import { afterPaint } from '../base/after-paint'
import { livesFor } from '../base/lifetimes'
import { createStore } from '../base/store'
import type { Photo } from '../cloudcard/photo'
import { decisionChanges, madeDecisions, movesNow, type Move } from '../desk/ledger/decided'
import { statusOption, type StatusOption } from '../fields/status'
import { currentId, isReplaced, replacedPhotos } from '../desk/repair/replaced'
import { repairMoves } from '../desk/repair/repairs'

/**
 * What the decisions and repairs made here move, for numbers and places. They follow in the frame after: with them in its own, the next
 * photo comes after 24 ms in the middle, and not 22.
 */
export const shownMoves = createStore<readonly Move[]>([])

let stop = () => {}
function follow() {
  stop()
  // What is held of a photo in whose place another one stands moves nothing any more; what has arrived has moved that one.
  const counts = ({ photoId, arrivedAt }: Move) => arrivedAt !== null || !isReplaced(photoId)
  stop = afterPaint(() => {
    const decided = movesNow().filter(counts)
    const moved = decided.map((move) => ({ ...move, photoId: currentId(move.photoId) }))
    shownMoves.set([...moved, ...repairMoves.get()])
  })
}
repairMoves.subscribe(follow)
decisionChanges.subscribe(follow)
madeDecisions.subscribe(follow)
replacedPhotos.subscribe(follow)
livesFor('document', () => {
  stop()
  shownMoves.set([])
})

/** The photos that have left a list by decisions made here, or are about to. */
export type Decided = ReturnType<typeof decidedIn>

/** @param chosen the options of the filter of statuses, which one list of all of them can be narrowed to; none: all are listed */
export function decidedIn(list: string, chosen: readonly StatusOption[], moves: readonly Move[]) {
  const isListed = (status: string) =>
    list === 'ALL' ? chosen.length === 0 || chosen.includes(statusOption(status)) : status === list
  const gone = moves.filter(({ from, to }) => isListed(from) && !isListed(to))
  /** Those of them whose decision has not arrived at CloudCard. */
  const waiting = new Set(gone.filter(({ arrivedAt }) => arrivedAt === null).map(({ photoId }) => photoId))
  const ids = new Set(gone.map(({ photoId }) => photoId))
  return {
    ids,
    waiting,
    /** Of a photo as a list has it: it may have been put back since. */
    hasLeft: ({ id, status }: Photo) => ids.has(id) && (waiting.has(id) || !isListed(status)),
  }
}
