import { Icon } from '../ui/icon'
import { StatusShape } from '../fields/status-mark'
import { CountdownLine, TrayButton } from './tray-parts'
import { useSecondsLeft } from '../ui/use-seconds-left'
import { isHeld, isLeftSelected, isUnderWay, type Batch } from './batch'
import type { Ledger, Undone } from './ledger'
import { bulkWords, waitWords } from './bulk-words'

/** The decision on many photos: how far it is, and Undo or Stop. */
export function BulkTrayItem({
  batch,
  desk,
  isPaused,
  onUndone,
  onGone,
}: {
  batch: Batch
  desk: Ledger
  isPaused: boolean
  onUndone: (undone: Undone) => void
  /** The button that was pressed goes away. */
  onGone: () => void
}) {
  const { state, total, sent, failed, unsent } = batch
  const isOver = !isUnderWay(batch)
  const over = sent + failed + unsent
  return (
    <div className="relative flex h-12 min-w-0 flex-1 items-center gap-3 px-4">
      {state.kind === 'held' && (
        <CountdownLine decidedAt={batch.decidedAt} endsAt={state.endsAt} isPaused={isPaused} />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-1.5">
          {isLeftSelected(batch) ? (
            <Icon name="warning" className="size-4 text-fair" />
          ) : (
            <StatusShape status={batch.decision.status} />
          )}
          <span className="truncate" title={bulkWords(batch)}>
            {bulkWords(batch)}
            {state.kind === 'held' && <Seconds endsAt={state.endsAt} isPaused={isPaused} />}
          </span>
        </p>
        {state.kind === 'sending' && (
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
        )}
        {isLeftSelected(batch) && <p className="truncate text-xs text-text-2">They are still selected.</p>}
      </div>
      {state.kind === 'asking' && <TrayButton onClick={() => leave(desk.sendNow)}>Send</TrayButton>}
      {isHeld(batch) && (
        <TrayButton
          onClick={() => {
            onGone()
            const undone = desk.undo(batch.key)
            if (undone) onUndone(undone)
          }}
        >
          Undo
        </TrayButton>
      )}
      {state.kind === 'sending' && <TrayButton onClick={() => leave(desk.stop)}>Stop</TrayButton>}
      {isOver && <TrayButton onClick={() => leave(desk.dismiss)}>OK</TrayButton>}
    </div>
  )

  function leave(answer: (key: number) => void) {
    onGone()
    answer(batch.key)
  }
}

/** " in 5 s" */
function Seconds({ endsAt, isPaused }: { endsAt: number; isPaused: boolean }) {
  return ` in ${useSecondsLeft(endsAt, isPaused)} s`
}
