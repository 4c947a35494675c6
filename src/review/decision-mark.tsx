import { isListsOwn } from '../photo/status'
import { StatusMark, StatusShape } from '../photo/status-mark'
import { decisionVerbs } from './decision-verbs'
import { useFailure, useHeldDecision } from './decided'
import type { HeldDecision } from './held-decision'

/** What is being decided on a photo of a list, else its status where that is not the list's own. */
export function DecisionMark({
  photoId,
  status,
  listStatus,
}: {
  photoId: number
  status: string
  listStatus: string
}) {
  const held = useHeldDecision(photoId)
  const failure = useFailure(photoId)
  if (held && held.state.kind !== 'refused') {
    return (
      <span className="inline-flex min-w-0 items-center gap-1.5 text-text-2">
        <StatusShape status={held.decision.status} />
        <span className="truncate">{heldWords(held)}</span>
      </span>
    )
  }
  if (failure) return <span className="truncate">{failureLabels[failure.kind]}</span>
  return isListsOwn(status, listStatus) ? null : <StatusMark status={status} />
}

/** The rest of it is said where it is tried again. */
const failureLabels = {
  conflict: 'Changed by someone else',
  refused: 'Not accepted',
  unanswered: 'No answer',
}

function heldWords({ decision, state }: HeldDecision): string {
  const { doing } = decisionVerbs[decision.status]
  if (state.kind === 'conflict') return 'Changed by someone else'
  return state.kind === 'waiting' || state.kind === 'asking' ? `${doing}: not sent yet` : doing
}
