import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { Key, useShortcut } from './commands/key'
import { skip } from './commands/skip'
import { commandOf } from './commands/verdict-commands'
import { useMayDecide } from '../session/session'
import { stateWords } from './decision-words'
import { onMeantPress } from './meant-press'
import { canUndo } from './held-decision'
import { readOnlyWords, type Deciding } from './use-decide'
import type { AnyVerdict } from './verdicts/verdicts'

/** Approve, Deny and Skip: in the same place for every photo, beside the list and on the photo page. */
export function DecisionBar({ deciding }: { deciding: Deciding }) {
  const { verdicts, canSkip, afterwards, held } = deciding
  const mayDecide = useMayDecide()
  const shortcut = useShortcut()
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
      ) : verdicts.length === 0 ? (
        <p className="text-text-2">
          {mayDecide ? "Photos can't be approved or denied here." : readOnlyWords}
        </p>
      ) : (
        <>
          {verdicts.map((verdict) => (
            <VerdictButton key={verdict.name} verdict={verdict} deciding={deciding} />
          ))}
          {afterwards && <p className="min-w-0 flex-1 text-xs text-text-2">{afterwards}</p>}
          {canSkip && (
            <Button
              look="quiet"
              onClick={onMeantPress(deciding.skip)}
              className={`${decisionClass} min-w-18`}
              {...shortcut(skip)}
            >
              Skip <Key command={skip} />
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function VerdictButton({ verdict, deciding }: { verdict: AnyVerdict; deciding: Deciding }) {
  const { openVerdict, isSeen } = deciding
  const shortcut = useShortcut()
  const command = commandOf(verdict)
  const isOpen = openVerdict === verdict
  const isFilled = verdict.isMain === true && openVerdict === null
  return (
    <Button
      look={isFilled ? 'filled' : 'outlined'}
      offReason={deciding.offReasonOf(verdict)}
      aria-disabled={(verdict.isOfPicture && !isSeen) || undefined}
      aria-expanded={verdict.form ? isOpen : undefined}
      onClick={onMeantPress(() => deciding.press(verdict))}
      className={`${decisionClass} flex-1 aria-disabled:opacity-60 ${isOpen ? 'border-accent bg-selected text-accent' : ''}`}
      {...shortcut(command)}
    >
      <Icon name={verdict.icon} />
      {verdict.words.does} <Key command={command} className={isFilled ? '' : undefined} />
    </Button>
  )
}

// It is off for a moment with each photo, and seen to be so only where that lasts.
const decisionClass = 'min-h-12 sm:min-h-11 gap-2 font-semibold transition-opacity delay-300 duration-hover'
