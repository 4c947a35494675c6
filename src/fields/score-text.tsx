import { gradeLabels, gradeOf, percentText, type Grade, type Thresholds } from './kinds/grade'

/** Good is a disc, fair a triangle, bad a diamond, not scored a broken ring; never colour alone. */
export function ScoreShape({ grade, className = 'size-3' }: { grade: Grade; className?: string }) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={`shrink-0 ${className}`}>
      {grade === 'good' && <circle cx="6" cy="6" r="5" className="fill-good" />}
      {grade === 'fair' && (
        <path d="M6 1.4 11 10.6H1L6 1.4Z" strokeLinejoin="round" className="fill-fair-fill stroke-fair" />
      )}
      {grade === 'bad' && <path d="m6 .5 5.5 5.5L6 11.5.5 6 6 .5Z" className="fill-bad" />}
      {grade === 'none' && (
        <circle cx="6" cy="6" r="4.75" strokeDasharray="2.4 1.8" fill="none" className="stroke-unscored" />
      )}
    </svg>
  )
}

const sizes = {
  row: { box: 'gap-2', shape: 'size-3', text: '' },
  pane: { box: 'gap-2 text-xl font-semibold', shape: 'size-4', text: 'text-text' },
  page: { box: 'gap-2.5 text-2xl font-semibold', shape: 'size-5', text: 'text-text' },
}

/** Shape, number and word: "93% Good"; without a colour and a word until the thresholds are known. */
export function ScoreText({
  score,
  thresholds,
  size = 'row',
}: {
  score: number | null
  thresholds: Thresholds | null
  size?: keyof typeof sizes
}) {
  const grade = gradeOf(score, thresholds)
  const { box, shape, text } = sizes[size]
  return (
    <span className={`inline-flex max-w-full items-center align-top ${box}`}>
      <ScoreShape grade={grade} className={shape} />
      <span className={size === 'row' ? 'truncate' : ''}>
        {score !== null && `${percentText(score, thresholds)} `}
        <span className={text || 'text-text-2'}>{gradeLabels[grade]}</span>
      </span>
    </span>
  )
}
