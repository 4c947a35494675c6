import { useEffect, useState } from 'react'
import { useStore } from '../base/store'
import { isUndoAnywhere, isWriting } from '../session/pressed'
import { decisionChanges, decisions } from './ledger/decided'
import { bulkWords, cardholderOf, nextTryAt, stateWords } from './ledger/decision-words'
import { canUndo, isLeftSelected, type HeldDecision } from './ledger/held-decision'
import { useReviewDesk } from './review-desk'
import { TrayItem } from './tray-item'
import { useWindowEvent } from '../ui/use-window-event'
import { returnTo } from './use-decide'

/**
 * The decisions that are not over. What needs a person comes first, then the newest; the others are behind a word. The time
 * stands still while somebody points at it or has the focus in it.
 *
 * @param most so many stand side by side
 */
export function Tray({ most = 1, className = '' }: { most?: number; className?: string }) {
  const desk = useReviewDesk()
  useStore(decisionChanges)
  const held = [...decisions.open.values()].filter(({ policy }) => policy.standsAlone)
  const { together } = decisions
  const [isPointedAt, setIsPointedAt] = useState(false)
  const [isFocused, setIsFocused] = useState(false)
  const [isUnfolded, setIsUnfolded] = useState(false)
  const isEmpty = held.length === 0 && together === null
  const isPaused = (isPointedAt || isFocused) && !isEmpty

  // The machine is outside React; what goes away can neither be pointed at nor have the focus.
  useEffect(() => {
    if (!isPaused) return
    desk.pause()
    return desk.goOn
  }, [desk, isPaused])

  // Ctrl+Z belongs to the page, not to any part of it that could have the focus.
  useWindowEvent('keydown', (event) => {
    if (!isUndoAnywhere(event) || isWriting(event) || event.repeat) return
    const undone = desk.undo()
    if (!undone) return
    event.preventDefault()
    returnTo(undone)
  })

  if (isEmpty) {
    if (isPointedAt) setIsPointedAt(false)
    if (isFocused) setIsFocused(false)
    if (isUnfolded) setIsUnfolded(false)
    return <div className={className} />
  }

  const newest = held.findLast(canUndo)
  const ordered = [...held].sort((a, b) => urgency(b) - urgency(a) || b.key - a.key)
  // That of many has its own place, before the others.
  const places = Math.max(0, together === null ? most : most - 1)
  const shown = (isUnfolded ? ordered : ordered.slice(0, places)).toReversed()
  const more = held.length - shown.length
  const problems = held.filter((each) => urgency(each) > 0)
  return (
    // Only watches: whoever is in it stops the time.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="Decisions"
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocus={() => setIsFocused(true)}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setIsFocused(false)
      }}
      className={`relative ${className}`}
    >
      <p role="status" className="sr-only">
        {together && `${bulkWords(together)}. ${isLeftSelected(together) ? 'They are still selected. ' : ''}`}
        {problems.map(
          (each) =>
            `${cardholderOf(each.photo)}: ${stateWords(each)}. ${nextTryAt(each) === null ? '' : 'It is tried again by itself. '}`,
        )}
      </p>
      <div
        className={
          isUnfolded
            ? 'absolute inset-x-0 bottom-0 z-20 max-h-[60dvh] divide-y divide-line overflow-y-auto border-t border-line bg-canvas shadow-dialog'
            : 'flex h-12'
        }
      >
        {[...(together ? [together] : []), ...shown].map((item) => (
          <TrayItem key={item.key} item={item} isNewest={item === newest} isPaused={isPaused} />
        ))}
        {(more > 0 || isUnfolded) && (
          <button
            type="button"
            aria-expanded={isUnfolded}
            onClick={() => setIsUnfolded(!isUnfolded)}
            className="h-12 shrink-0 px-3 text-accent"
          >
            {isUnfolded ? 'Fewer' : `and ${more} more`}
          </button>
        )}
      </div>
    </section>
  )
}

/** What waits for a person is not hidden behind what does not. */
function urgency({ state }: HeldDecision): number {
  if (state.kind === 'conflict' || state.kind === 'refused' || state.kind === 'asking') return 2
  return state.kind === 'waiting' ? 1 : 0
}
