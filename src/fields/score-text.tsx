import { gradeLabels, gradeOf, percentText, type Thresholds } from './kinds/grade'
import { ScoreShape } from './score-shape'

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
