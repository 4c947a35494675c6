import { useQuery } from '@tanstack/react-query'
import { counted } from '../../base/words'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { useIdentifierLabel } from '../../fields/use-office'
import { saidWith, verbsOf } from '../../desk/verdicts/verdicts'
import { outcomeWords } from '../../desk/ledger/decision-words'
import type { MadeDecision } from '../../desk/ledger/decided'
import { csvName, joined, timeCell, timeHead, type Cell } from '../../desk/export/csv'
import { SaveDialog } from '../../desk/export/save-dialog'

/** Its columns, by their heads; `name` is that of the cardholder, where a detail was loaded. */
const columnsOf = (identifierLabel: string): [string, (made: MadeDecision, name?: string) => Cell][] => [
  [timeHead('Time'), ({ decidedAt }) => timeCell(decidedAt)],
  ['Photo id', ({ photoId }) => photoId],
  ['Cardholder', ({ cardholder }) => cardholder],
  ['Name', (_, name = '') => name],
  [identifierLabel, ({ identifier }) => identifier],
  ['Decision', ({ decision }) => verbsOf(decision).does],
  ['Reasons', ({ decision }) => joined(saidWith(decision).reasons)],
  ['Other reason', ({ decision }) => saidWith(decision).otherReason],
  ['Note', ({ decision }) => saidWith(decision).note],
  ['Result', ({ decision, outcome }) => outcomeWords(decision, outcome)],
]

/** The record of decisions as a file. */
export function RecordExport({ made, onClose }: { made: readonly MadeDecision[]; onClose: () => void }) {
  const { data: names } = useQuery(namesQuery)
  const columns = columnsOf(useIdentifierLabel())
  return (
    <SaveDialog
      fileName={csvName('record of decisions')}
      what={counted(made.length, 'decision')}
      heads={columns.map(([head]) => head)}
      count={made.length}
      rowAt={(index) => {
        const each = made[index]
        return each ? columns.map(([, cell]) => cell(each, names?.get(each.photoId))) : []
      }}
      onClose={onClose}
    />
  )
}
