import { useQuery } from '@tanstack/react-query'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { useIdentifierLabel } from '../../fields/use-office'
import { saidWith, verbsOf } from '../../desk/verdicts/verdicts'
import { outcomeWords } from '../../desk/ledger/decision-words'
import type { MadeDecision } from '../../desk/ledger/decided'
import { csvName, joined, timeCell, timeHead, type Cell } from '../../desk/export/csv'
import { SaveDialog } from '../../desk/export/save-dialog'

const headsOf = (identifierLabel: string) => [
  timeHead('Time'),
  'Photo id',
  'Cardholder',
  'Name',
  identifierLabel,
  'Decision',
  'Reasons',
  'Other reason',
  'Note',
  'Result',
]

/** @param name of the cardholder, where a detail was loaded */
function cellsOf(
  { decidedAt, photoId, cardholder, identifier, decision, outcome }: MadeDecision,
  name = '',
): Cell[] {
  const { reasons, otherReason, note } = saidWith(decision)
  const result = outcomeWords(decision, outcome)
  return [
    timeCell(decidedAt),
    photoId,
    cardholder,
    name,
    identifier,
    verbsOf(decision).does,
    joined(reasons),
    otherReason,
    note,
    result,
  ]
}

/** The record of decisions as a file. */
export function RecordExport({ made, onClose }: { made: readonly MadeDecision[]; onClose: () => void }) {
  const { data: names } = useQuery(namesQuery)
  const identifierLabel = useIdentifierLabel()
  return (
    <SaveDialog
      fileName={csvName('record of decisions')}
      what={`${made.length.toLocaleString('en')} ${made.length === 1 ? 'decision' : 'decisions'}`}
      heads={headsOf(identifierLabel)}
      identifierLabel={identifierLabel}
      count={made.length}
      rowAt={(index) => {
        const each = made[index]
        return each ? cellsOf(each, names?.get(each.photoId)) : []
      }}
      onClose={onClose}
    />
  )
}
