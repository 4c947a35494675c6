import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { ariaKeysOf, keyTable, type KeyName } from '../session/keys'
import { useAreLettersOn } from '../session/pressed'
import { useMayDecide } from '../session/session'
import { stateWords } from './decision-words'
import { onMeantPress } from './meant-press'
import { canUndo } from './held-decision'
import { readOnlyWords, type Deciding } from './use-decide'

/** Approve, Deny and Skip: in the same place for every photo, beside the list and on the photo page. */
export function DecisionBar({ deciding }: { deciding: Deciding }) {
  const { choices, held, isDenying, isSeen, approveOffReason } = deciding
  const mayDecide = useMayDecide()
  const areLettersOn = useAreLettersOn()
  const shortcut = (name: KeyName) => ({ 'aria-keyshortcuts': ariaKeysOf(name, areLettersOn) })
  const isOpen = held === null || held.state.kind === 'refused'
  return (
    <div
      role="group"
      aria-label="Decide"
      className="flex min-h-13 shrink-0 flex-wrap items-center gap-2 bg-surface px-4 pb-2"
    >
      {!isOpen ? (
        <>
          <p className="min-w-0 flex-1 truncate text-text-2">{stateWords(held)}</p>
          {canUndo(held) && (
            <Button className="min-h-11" onClick={onMeantPress(deciding.undoThis)}>
              Undo
            </Button>
          )}
        </>
      ) : choices.length === 0 ? (
        <p className="text-text-2">
          {mayDecide ? "Photos can't be approved or denied here." : readOnlyWords}
        </p>
      ) : (
        <>
          {choices.includes('approve') && (
            <Button
              look={isDenying ? 'outlined' : 'filled'}
              offReason={approveOffReason}
              aria-disabled={!isSeen || undefined}
              onClick={onMeantPress(deciding.approve)}
              className={`${decisionClass} flex-1 aria-disabled:opacity-60`}
              {...shortcut('approve')}
            >
              <Icon name="check" />
              Approve <Key name="approve" className={isDenying ? undefined : ''} />
            </Button>
          )}
          {choices.includes('deny') && (
            <Button
              onClick={onMeantPress(isDenying ? deciding.closeDenial : deciding.openDenial)}
              aria-expanded={isDenying}
              className={`${decisionClass} flex-1 ${isDenying ? 'border-accent bg-selected text-accent' : ''}`}
              {...shortcut('deny')}
            >
              <Icon name="close" />
              Deny <Key name="deny" />
            </Button>
          )}
          {!choices.includes('approve') && (
            <p className="min-w-0 flex-1 text-xs text-text-2">
              Can&rsquo;t go back to Pending: the e-mail was sent. If it was a mistake, deny the photo.
            </p>
          )}
          {choices.includes('skip') && (
            <Button
              look="quiet"
              onClick={onMeantPress(deciding.skip)}
              className={`${decisionClass} min-w-18`}
              {...shortcut('skip')}
            >
              Skip <Key name="skip" />
            </Button>
          )}
        </>
      )}
    </div>
  )
}

// It is off for a moment with each photo, and seen to be so only where that lasts.
const decisionClass = 'min-h-12 sm:min-h-11 gap-2 font-semibold transition-opacity delay-300 duration-hover'

/** The letter beside the word, for those who see it; `aria-keyshortcuts` tells the others. */
export function Key({ name, className = 'text-text-3' }: { name: KeyName; className?: string }) {
  const areLettersOn = useAreLettersOn()
  if (!areLettersOn) return null
  return (
    <span aria-hidden="true" className={`font-normal max-sm:hidden ${className}`}>
      {keyTable[name].label}
    </span>
  )
}
