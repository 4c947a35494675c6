import { Button } from '../ui/button'
import { Key, useShortcut } from './commands/key'
import { skip } from './commands/skip'
import { commandOf } from './commands/verdict-commands'
import { stateWords } from './ledger/decision-words'
import { onMeantPress } from '../ui/meant-keys'
import { canUndo } from './ledger/held-decision'
import type { Deciding } from './use-decide'
import type { AnyVerdict } from './verdicts/verdicts'

/** What can be decided, and Skip: in the same place for every photo, beside the list and on the photo page. */
export function DecisionBar({ deciding }: { deciding: Deciding }) {
  const { verdicts, noneWords, canSkip, beforehand, held, openVerdict } = deciding
  const shortcut = useShortcut()

  function verdictButton(verdict: AnyVerdict, place: number) {
    const command = commandOf(verdict)
    const isOpen = openVerdict === verdict
    const isFilled = verdict.isMain === true && openVerdict === null && !deciding.isEnterTaken
    // Beside two others there is room for the word alone.
    const isNarrow = place > 1
    return (
      <Button
        key={verdict.name}
        look={isFilled ? 'filled' : 'outlined'}
        icon={isNarrow ? undefined : verdict.icon}
        offReason={deciding.offReasonOf(verdict)}
        aria-disabled={(verdict.isOfPicture && !deciding.isSeen) || undefined}
        aria-expanded={verdict.form ? isOpen : undefined}
        onClick={onMeantPress(() => deciding.press(verdict))}
        className={`${decisionClass} ${isNarrow ? '' : 'flex-1'} aria-disabled:opacity-60 ${isOpen ? 'border-accent bg-selected text-accent' : ''}`}
        {...shortcut(command)}
      >
        {verdict.words.does} <Key command={command} className={isFilled ? '' : undefined} />
      </Button>
    )
  }

  return (
    <div
      role="group"
      aria-label="Decide"
      className="flex min-h-13 shrink-0 flex-wrap items-center gap-1.5 bg-surface px-4 pb-2"
    >
      {deciding.blockedWords ? (
        <p className="text-text-2">{deciding.blockedWords}</p>
      ) : held ? (
        <>
          <p className="min-w-0 flex-1 truncate text-text-2">{stateWords(held)}</p>
          {canUndo(held) && (
            <Button className="min-h-11" onClick={onMeantPress(deciding.undoThis)}>
              Undo
            </Button>
          )}
        </>
      ) : verdicts.length === 0 ? (
        <p className="text-text-2">{noneWords}</p>
      ) : (
        <>
          {beforehand && <p className="basis-full pt-2 text-xs wrap-anywhere text-text-2">{beforehand}</p>}
          {verdicts.map(verdictButton)}
          {canSkip && (
            <Button
              look="quiet"
              onClick={onMeantPress(deciding.skip)}
              className={decisionClass}
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

// Four stand side by side in the pane. It is off for a moment with each photo, and seen to be so only where that lasts.
const decisionClass =
  'min-h-12 sm:min-h-11 gap-1 px-2! font-semibold transition-opacity delay-300 duration-hover'
