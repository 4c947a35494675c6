import { StatusShape } from '../fields/status'
import { Thumbnail } from '../picture/thumbnail'
import { Button } from '../ui/button'
import { Icon } from '../ui/icon'
import { useSecondsLeft } from '../ui/use-seconds-left'
import { Key } from './commands/key'
import { undo } from './commands/undo'
import { bulkWords, cardholderOf, nextTryAt, stateWords, waitWords } from './ledger/decision-words'
import { focusOpenHeading } from './heading-focus'
import { canApplyAnyway, canUndo, isHeld, isLeftSelected, isUnderWay } from './ledger/held-decision'
import type { Batch } from './ledger/held-decision'
import type { Undone } from './ledger/ledger'
import { useReviewDesk } from './review-desk'
import { onMeantPress } from '../ui/meant-keys'
import { lookAgain, returnTo } from './use-decide'
import { verbsOf } from './verdicts/verdicts'

/** A decision that is not over, on one photo or on many: what and whom, how far it is, and what can be done about it. */
export function TrayItem({
  item,
  isNewest,
  isPaused,
}: {
  item: Undone
  /** Undo's key is on the newest only. */
  isNewest: boolean
  isPaused: boolean
}) {
  const desk = useReviewDesk()
  const { key, decision, decidedAt, state } = item
  const one = 'photo' in item ? item : null
  const many = 'photo' in item ? null : item
  const words = 'photo' in item ? stateWords(item) : bulkWords(item)
  const isProblem = many ? isLeftSelected(many) : state.kind === 'conflict' || state.kind === 'refused'
  const canBeUndone = 'photo' in item ? canUndo(item) : isHeld(item)
  const retryAt = one && nextTryAt(one)
  /** For a button that goes away with what it answers. */
  const answer = (how: (key: number) => void) =>
    onMeantPress(() => {
      focusOpenHeading()
      how(key)
    })
  const smallButton = (words: string, how: (key: number) => void) => (
    <button type="button" onClick={answer(how)} className="min-h-6 min-w-6 shrink-0 text-accent underline">
      {words}
    </button>
  )
  return (
    <div className="@container/decision relative flex h-12 min-w-0 flex-1 items-center gap-3 px-4">
      {state.kind === 'held' && (
        <CountdownLine decidedAt={decidedAt} endsAt={state.endsAt} isPaused={isPaused} />
      )}
      {one && (
        // Where there is little room the seconds matter more.
        <span className="hidden h-8 w-6 shrink-0 @min-[16rem]/decision:block">
          <Thumbnail picture={one.photo.picture} isLazy={false} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5">
          {isProblem ? (
            <Icon name="warning" className="size-4 text-fair" />
          ) : (
            <StatusShape status={decision.status} />
          )}
          <span className="truncate" title={words}>
            {isProblem && one && `${cardholderOf(one.photo)} `}
            {words}
            {state.kind === 'held' && <Seconds before=" in " endsAt={state.endsAt} isPaused={isPaused} />}
          </span>
        </p>
        {one && !isProblem && (
          <p className="truncate text-xs text-text-2">
            {retryAt !== null && (
              <Seconds before="Next try in " endsAt={retryAt} isPaused={false} after=" · " />
            )}
            {cardholderOf(one.photo)}
          </p>
        )}
        {one && isProblem && (
          <p className="flex gap-3 text-xs">
            {state.kind === 'refused' &&
              smallButton('Look again', () => {
                desk.dismiss(key)
                lookAgain(one)
              })}
            {canApplyAnyway(one) && smallButton('Use my decision', desk.applyAnyway)}
            {smallButton(state.kind === 'conflict' ? 'Leave it' : 'OK', desk.dismiss)}
          </p>
        )}
        {many && state.kind === 'sending' && <Progress batch={many} />}
        {many && isProblem && <p className="truncate text-xs text-text-2">They are still selected.</p>}
      </div>
      {state.kind === 'asking' && <Button onClick={answer(desk.sendNow)}>Send</Button>}
      {canBeUndone && (
        <Button
          title={one ? `Undo: ${verbsOf(decision).does} ${cardholderOf(one.photo)}` : undefined}
          onClick={answer(() => {
            const undone = desk.undo(key)
            if (undone) returnTo(undone)
          })}
        >
          Undo {isNewest && <Key command={undo} />}
        </Button>
      )}
      {many && state.kind === 'sending' && <Button onClick={answer(desk.stop)}>Stop</Button>}
      {many && !isUnderWay(many) && <Button onClick={answer(desk.dismiss)}>OK</Button>}
    </div>
  )
}

/** How far many are that are being sent, and why nothing is sent just now. */
function Progress({ batch }: { batch: Batch }) {
  const { total, sent, failed, unsent } = batch
  const over = sent + failed + unsent
  return (
    <p className="flex items-center gap-2 text-xs text-text-2">
      <progress
        aria-label={bulkWords(batch)}
        value={over}
        max={total}
        className="h-1.5 min-w-16 flex-1 appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent-fill [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent-fill"
      />
      <span className="whitespace-nowrap">
        {over.toLocaleString('en')} of {total.toLocaleString('en')}
        {failed > 0 && `, ${failed.toLocaleString('en')} could not be`}
      </span>
      <span role="status" className="truncate">
        {waitWords(batch)}
      </span>
    </p>
  )
}

type Countdown = { endsAt: number; isPaused: boolean }

/** " in 5 s" */
function Seconds({ before, endsAt, isPaused, after = '' }: Countdown & { before: string; after?: string }) {
  return `${before}${useSecondsLeft(endsAt, isPaused)} s${after}`
}

/**
 * Shrinks with the seconds that are left, which stand beside it; second by second, since a line that moves all the time
 * takes a frame from each next photo.
 */
function CountdownLine({ decidedAt, endsAt, isPaused }: Countdown & { decidedAt: number }) {
  const share = (useSecondsLeft(endsAt, isPaused) * 1000) / (endsAt - decidedAt)
  return (
    <span
      aria-hidden="true"
      className="absolute inset-x-0 top-[-1px] h-0.5 origin-left bg-accent"
      style={{ transform: `scaleX(${Math.min(1, share)})` }}
    />
  )
}
