import type { ReactNode } from 'react'
import type { Photo } from '../cloudcard/photo'
import { LineDrawing } from '../ui/icon'
import { isListsOwn } from '../fields/status'
import { StatusMark, StatusShape } from '../fields/status'
import { verbsOf } from './verdicts/verdicts'
import { useFailure, useHeldDecision } from './ledger/decided'
import type { HeldDecision } from './ledger/held-decision'
import { processes } from './repair/processes'
import { useRepair } from './repair/repairs'
import { useIsSkipped } from './skipped'

/** What is being decided on a photo of a list, else its status where that is not the list's own. */
export function DecisionMark({ photo: { id, status }, listStatus }: { photo: Photo; listStatus: string }) {
  const held = useHeldDecision(id)
  const failure = useFailure(id)
  const repair = useRepair(id)
  const isSkipped = useIsSkipped(id)
  if (held && held.state.kind !== 'refused') {
    return <Mark shape={<StatusShape status={held.decision.status} />}>{heldWords(held)}</Mark>
  }
  if (repair?.state.kind === 'working') {
    return <span className="truncate text-text-2">{processes[repair.process].doing}…</span>
  }
  if (failure) return <span className="truncate">{failureLabels[failure.kind]}</span>
  // It is still to be decided: only that is said of it, not that it is pending like all others.
  if (isSkipped && status === 'PENDING') return <Mark shape={skippedShape}>Skipped</Mark>
  return isListsOwn(status, listStatus) ? null : <StatusMark status={status} />
}

const skippedShape = (
  <LineDrawing className="size-4">
    <path d="m4 3.5 5.5 4.5L4 12.5v-9Zm8 0v9" />
  </LineDrawing>
)

function Mark({ shape, children }: { shape: ReactNode; children: string }) {
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5 text-text-2">
      {shape}
      <span className="truncate">{children}</span>
    </span>
  )
}

/** The rest of it is said where it is tried again. */
const failureLabels = {
  conflict: 'Changed by someone else',
  refused: 'Not accepted',
  unanswered: 'No answer',
}

function heldWords({ decision, state }: HeldDecision): string {
  const { doing } = verbsOf(decision)
  if (state.kind === 'conflict') return 'Changed by someone else'
  return state.kind === 'waiting' || state.kind === 'asking' ? `${doing}: not sent yet` : doing
}
