import { decisionVerbs } from '../decision-verbs'
import { outcomeWords } from '../decision-words'
import type { MadeDecision } from '../decided'
import { csvName, utcCell, type Cell } from './csv'
import { SaveDialog } from './save-dialog'

const heads = [
  'Time (UTC)',
  'Photo id',
  'Cardholder',
  'ID number',
  'Decision',
  'Reasons',
  'Other reason',
  'Note',
  'Result',
]

function cellsOf({ decidedAt, photoId, cardholder, identifier, decision, outcome }: MadeDecision): Cell[] {
  const { reasons, otherReason, note } =
    decision.status === 'DENIED' ? decision.denial : { reasons: [], otherReason: '', note: '' }
  const { does } = decisionVerbs[decision.status]
  const result = outcomeWords(decision, outcome)
  return [
    utcCell(decidedAt),
    photoId,
    cardholder,
    identifier,
    does,
    reasons.join('; '),
    otherReason,
    note,
    result,
  ]
}

/** The record of decisions as a file. */
export function RecordExport({ made, onClose }: { made: readonly MadeDecision[]; onClose: () => void }) {
  return (
    <SaveDialog
      fileName={csvName('record of decisions')}
      what={`${made.length.toLocaleString('en')} ${made.length === 1 ? 'decision' : 'decisions'}`}
      heads={heads}
      count={made.length}
      rowAt={(index) => {
        const each = made[index]
        return each ? cellsOf(each) : []
      }}
      onClose={onClose}
    />
  )
}
