import type { Photo } from '../cloudcard/photo'
import { gradeLabels, gradeOf, percentText, type Thresholds } from './kinds/grade'
import type { Field } from './kinds/field'
import type { Range } from './kinds/filter'
import { choice } from './kinds/options'
import { numberRange } from './kinds/ranges'
import { ScoreText } from './score-text'

const of = ({ score }: Photo) => score
const packing = { kind: 'number', of } as const

const grades = choice({
  options: ['good', 'fair', 'bad', 'none'],
  labels: gradeLabels,
  packing,
  optionOf(score, thresholds) {
    const grade = gradeOf(Number.isNaN(score) ? null : score, thresholds)
    return grade === 'unknown' ? null : grade
  },
})

const percents = { ...numberRange({ unit: '%', max: 100, packing, isWithin }), switchName: 'Score range' }

export const score = {
  name: 'Score',
  cell: (photo, office) => <ScoreText score={photo.score} thresholds={office} />,
  sort: {
    keyOf: of,
    orders: { ascending: 'lowest first', descending: 'highest first' },
  },
  filters: { score: grades, scored: percents },
  columns: [
    {
      head: 'Score',
      value: {
        kind: 'text',
        of({ score }, { office }) {
          const grade = gradeLabels[gradeOf(score, office)]
          return score === null ? grade : `${percentText(score, office)} ${grade}`.trim()
        },
      },
    },
    { head: 'Raw score', value: { kind: 'text', of: ({ score }) => String(score ?? '') } },
  ],
} satisfies Field

/** By the number that is on the screen, so that a photo of "80%" is not lost between 79 and 80 for its decimals. */
function isWithin(score: number, { from, to }: Range<number>, thresholds: Thresholds | null): boolean {
  if (Number.isNaN(score)) return false
  const percent = score * 100
  const isNear = (end: number | null) => end !== null && Math.abs(percent - end) <= 1
  const shown = isNear(from) || isNear(to) ? Number.parseFloat(percentText(score, thresholds)) : percent
  return (from === null || shown >= from) && (to === null || shown <= to)
}
