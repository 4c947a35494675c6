import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { namesQuery } from '../../cloudcard/cardholder-names'
import { Link } from '../../ui/link'
import { Button } from '../../ui/button'
import { useStore } from '../../base/store'
import { counted, numberWords } from '../../base/words'
import { paths } from '../../base/paths'
import { StatusShape } from '../../fields/status'
import { clockTime, isoTime } from '../../fields/kinds/time'
import { saidWith, verbsOf, type Decision } from '../../desk/verdicts/verdicts'
import { outcomeWords } from '../../desk/ledger/decision-words'
import { madeDecisions, type MadeDecision } from '../../desk/ledger/decided'
import { csvName, joined, timeCell, timeHead, type Cell } from '../../desk/export/csv'
import { SaveDialog } from '../../desk/export/save-dialog'
import { useIdentifierLabel } from '../../fields/use-office'
import { currentId } from '../../desk/repair/replaced'
import { useTally } from '../../desk/tally'
import { exportWords } from '../../desk/export/export-words'
import { useReviewDesk } from '../../desk/review-desk'

/** What was decided in this session. CloudCard keeps no reasons, and cardholders telephone: so the session keeps them. */
export function RecordPage() {
  // The desk keeps the record through a reload.
  useReviewDesk()
  const made = useStore(madeDecisions).toReversed()
  const [isExporting, setIsExporting] = useState(false)
  const { figures } = useTally()
  return (
    <main className="min-h-0 flex-1 overflow-y-auto print:overflow-visible bg-surface px-4 py-4">
      <title>My decisions – Loupe</title>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4">
        <h1 tabIndex={-1} className="text-base font-semibold">
          My decisions
        </h1>
        <p className="text-text-2">
          Your decisions in this session, newest first. They are kept in this tab only, until you sign out.
        </p>
        <div className="ml-auto flex items-center gap-2">
          {made.length > 0 && (
            <Button look="quiet" className="text-text-2" onClick={() => setIsExporting(true)}>
              {exportWords}
            </Button>
          )}
          <Link to={paths.photos()} className="flex min-h-8 items-center text-accent">
            Go to photos
          </Link>
        </div>
      </div>
      {isExporting && <RecordExport made={made} onClose={() => setIsExporting(false)} />}
      <dl aria-label="This session" className="mb-4 flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(({ done, count }) => (
          <div key={done} className="flex flex-col-reverse">
            <dt className="text-text-2">{done}</dt>
            <dd className="text-[1.75rem] leading-8 font-semibold tabular-nums">{numberWords(count)}</dd>
          </div>
        ))}
      </dl>
      {made.length === 0 ? (
        <p className="py-8 text-center text-text-2">No decisions yet.</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full min-w-[56rem]">
            <caption className="sr-only">Decisions of this session</caption>
            <thead>
              <tr className="border-b border-line text-left text-xs text-text-2">
                {['Time', 'Photo', 'Cardholder', 'Decision', 'Reasons', 'Note', 'Result'].map((head) => (
                  <th key={head} scope="col" className="py-2 pr-4 font-normal">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {made.map(({ key, photoId, cardholder, identifier, decision, decidedAt, outcome, endedAt }) => (
                <tr key={`${photoId} ${key} ${endedAt}`} className="border-b border-line align-top">
                  <td className="py-2 pr-4 whitespace-nowrap">
                    <time dateTime={isoTime(decidedAt)}>{clockTime(decidedAt)}</time>
                  </td>
                  <td className="py-2 pr-4">
                    <Link to={paths.photo(currentId(photoId))} className="text-accent">
                      {photoId}
                    </Link>
                    {currentId(photoId) !== photoId && (
                      <span className="block text-xs text-text-2">now {currentId(photoId)}</span>
                    )}
                  </td>
                  <th scope="row" className="py-2 pr-4 text-left font-normal wrap-anywhere">
                    {cardholder}
                    {identifier && <span className="block text-xs text-text-2">{identifier}</span>}
                  </th>
                  <td className="py-2 pr-4">
                    <span className="inline-flex items-center gap-1.5">
                      <StatusShape status={decision.status} />
                      {verbsOf(decision).does}
                    </span>
                  </td>
                  <td className="py-2 pr-4 wrap-anywhere">{reasonsOf(decision)}</td>
                  <td className="py-2 pr-4 wrap-anywhere whitespace-pre-wrap">{saidWith(decision).note}</td>
                  <td className="py-2">{outcomeWords(decision, outcome)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  )
}

function reasonsOf(decision: Decision): string {
  const { reasons, otherReason } = saidWith(decision)
  return [...reasons, otherReason].filter(Boolean).join(', ')
}

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
function RecordExport({ made, onClose }: { made: readonly MadeDecision[]; onClose: () => void }) {
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
