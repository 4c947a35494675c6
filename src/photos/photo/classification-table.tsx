import type { Classification } from '../../api/classification'
import { gradeLabels, gradeOf, percentText, type Thresholds } from '../../photo/score'
import { ScoreShape } from '../../photo/score-shape'

/** What the machine thinks of each requirement: the lowest first, what has no score last. */
export function ClassificationTable({
  classifications,
  thresholds,
}: {
  classifications: readonly Classification[]
  thresholds: Thresholds | null
}) {
  return (
    <table className="w-full">
      <caption className="sr-only">Classifications</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Requirement</th>
          <th scope="col">Score</th>
        </tr>
      </thead>
      <tbody>
        {classifications.map((classification, index) => (
          <ClassificationRow key={index} classification={classification} thresholds={thresholds} />
        ))}
      </tbody>
    </table>
  )
}

function ClassificationRow({
  classification,
  thresholds,
}: {
  classification: Classification
  thresholds: Thresholds | null
}) {
  const { name, fraction, raw } = classification
  const grade = gradeOf(fraction, thresholds)
  return (
    <>
      <tr className="border-t border-line first:border-0">
        <th scope="row" className="py-1.5 pr-2 text-left font-normal">
          <span className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-center">
            <ScoreShape grade={grade} />
            <span className={`wrap-anywhere ${grade === 'bad' ? 'font-semibold' : ''}`}>
              {name || 'Unnamed requirement'}
            </span>
          </span>
        </th>
        <td className="w-44 py-1.5 text-right whitespace-nowrap">
          <span className="flex items-center justify-end gap-3">
            {fraction !== null && <Meter fraction={fraction} grade={grade} thresholds={thresholds} />}
            <span className={`min-w-16 ${fraction === null ? 'text-text-2' : ''}`}>
              {scoreText(classification, thresholds)}
              {fraction !== null && <span className="sr-only"> {gradeLabels[grade]}</span>}
            </span>
          </span>
        </td>
      </tr>
      {raw !== null && (
        <tr>
          <td colSpan={2} className="pb-1.5 pl-6">
            <code className="block text-xs text-text-2 wrap-anywhere">{raw}</code>
          </td>
        </tr>
      )}
    </>
  )
}

/** A score above 1 is on a 0..100 scale and shown as it is; one of 0..1 is a fraction, shown in per cent. */
function scoreText({ score, scale, fraction }: Classification, thresholds: Thresholds | null): string {
  if (score === null || fraction === null) return 'Not scored'
  return scale === 100 ? `${Math.round(score * 10) / 10} of 100` : percentText(fraction, thresholds)
}

const fills = { good: 'fill-good', fair: 'fill-fair-fill', bad: 'fill-bad', none: '', unknown: 'fill-text-2' }

/** Decorative: the number beside it says the same. The ticks are the organization's two thresholds. */
function Meter({
  fraction,
  grade,
  thresholds,
}: {
  fraction: number
  grade: keyof typeof fills
  thresholds: Thresholds | null
}) {
  const ticks = [thresholds?.badPhotoThreshold, thresholds?.goodPhotoThreshold].filter(
    (tick) => typeof tick === 'number',
  )
  return (
    <svg viewBox="0 0 96 12" aria-hidden="true" className="h-3 w-24 shrink-0">
      <rect y="4" width="96" height="4" className="fill-well" />
      <rect y="4" width={96 * Math.min(1, Math.max(0, fraction))} height="4" className={fills[grade]} />
      {ticks.map((tick) => (
        <rect key={tick} x={96 * tick - 0.5} y="2" width="1" height="8" className="fill-text-3" />
      ))}
    </svg>
  )
}
