import type { ReactNode } from 'react'
import { Icon } from '../ui/icon'
import { Thumbnail } from '../picture/thumbnail'
import { StatusShape } from '../fields/status-mark'
import { verbsOf } from './verdicts/verdicts'
import { cardholderOf, nextTryAt, stateWords } from './decision-words'
import { focusOpenHeading } from './heading-focus'
import { onMeantPress } from './meant-press'
import { canApplyAnyway, canUndo, type HeldDecision } from './held-decision'
import { Key } from './commands/key'
import { undo } from './commands/undo'
import type { Ledger, Undone } from './ledger'
import { CountdownLine, TrayButton } from './tray-parts'
import { useSecondsLeft } from '../ui/use-seconds-left'

/** One decision that is not over: what and whom, and what can be done about it. */
export function TrayItem({
  held,
  isNewest,
  isPaused,
  desk,
  onUndone,
  onLook,
}: {
  held: HeldDecision
  /** Undo's key is on the newest only. */
  isNewest: boolean
  isPaused: boolean
  desk: Ledger
  onUndone: (undone: Undone) => void
  /** Back to the photo of one that was refused, to decide on it again. */
  onLook: (refused: HeldDecision) => void
}) {
  const { key, photo, decision, state } = held
  const answer = (how: (key: number) => void) => {
    // The button goes away.
    focusOpenHeading()
    how(key)
  }
  const retryAt = nextTryAt(held)
  const isProblem = state.kind === 'conflict' || state.kind === 'refused'
  return (
    <div className="@container/decision relative flex h-12 min-w-0 flex-1 items-center gap-3 px-4">
      {state.kind === 'held' && (
        <CountdownLine decidedAt={held.decidedAt} endsAt={state.endsAt} isPaused={isPaused} />
      )}
      {/* Where there is little room the seconds matter more. */}
      <span className="hidden h-8 w-6 shrink-0 @min-[16rem]/decision:block">
        <Thumbnail picture={photo.picture} isLazy={false} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5">
          {isProblem ? (
            <Icon name="warning" className="size-4 text-fair" />
          ) : (
            <StatusShape status={decision.status} />
          )}
          <span className="truncate">
            {state.kind === 'held' ? (
              <HeldWords held={held} endsAt={state.endsAt} isPaused={isPaused} />
            ) : isProblem ? (
              `${cardholderOf(photo)} ${stateWords(held)}`
            ) : (
              stateWords(held)
            )}
          </span>
        </p>
        {isProblem ? (
          <p className="flex gap-3 text-xs">
            {state.kind === 'refused' && (
              <SmallButton
                onClick={() => {
                  answer(desk.dismiss)
                  onLook(held)
                }}
              >
                Look again
              </SmallButton>
            )}
            {canApplyAnyway(held) && (
              <SmallButton onClick={() => answer(desk.applyAnyway)}>Use my decision</SmallButton>
            )}
            <SmallButton onClick={() => answer(desk.dismiss)}>
              {state.kind === 'conflict' ? 'Leave it' : 'OK'}
            </SmallButton>
          </p>
        ) : (
          <p className="truncate text-xs text-text-2">
            {retryAt !== null && <NextTry at={retryAt} />}
            {cardholderOf(photo)}
          </p>
        )}
      </div>
      {state.kind === 'asking' && <TrayButton onClick={() => answer(desk.sendNow)}>Send</TrayButton>}
      {canUndo(held) && (
        <TrayButton
          label={`Undo: ${verbsOf(decision).does} ${cardholderOf(photo)}`}
          onClick={() => {
            const undone = desk.undo(key)
            if (undone) onUndone(undone)
          }}
        >
          Undo {isNewest && <Key command={undo} />}
        </TrayButton>
      )}
    </div>
  )
}

/** "Approve in 5 s" */
function HeldWords({ held, endsAt, isPaused }: { held: HeldDecision; endsAt: number; isPaused: boolean }) {
  const seconds = useSecondsLeft(endsAt, isPaused)
  return `${stateWords(held)} in ${seconds} s`
}

/** "Next try in 8 s · " */
function NextTry({ at }: { at: number }) {
  return `Next try in ${useSecondsLeft(at, false)} s · `
}

function SmallButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onMeantPress(onClick)}
      className="min-h-6 min-w-6 shrink-0 text-accent underline"
    >
      {children}
    </button>
  )
}
