import { useId, useState, type ChangeEvent } from 'react'
import type { DaysFilter, NumbersFilter, Range } from '../../fields/kinds/filter'

/** From and to. What is typed is a draft while the field has the focus, and is handed on where it makes sense. */
export function RangeFields({
  label,
  filter: { endOf, unit, max },
  range,
  onChange,
}: {
  /** "Score": the fields are "Score from" and "Score to". */
  label: string
  filter: NumbersFilter | DaysFilter
  range: Range<number | string>
  onChange: (range: Range<number | string>) => void
}) {
  const type = max === undefined ? 'date' : 'number'
  const [draft, setDraft] = useState<{ end: 'from' | 'to'; text: string; problem: string } | null>(null)
  const problemId = useId()

  function change(end: 'from' | 'to', { target }: ChangeEvent<HTMLInputElement>) {
    const { value, validity } = target
    const typed = value === '' ? null : endOf(value.replace(/^0+(?=\d)/, ''))
    const next = { ...range, [end]: typed }
    // A half typed date has no value either, and is not an open end.
    const isHalf = validity.badInput || (typed === null && value !== '')
    const isCrossed = next.from !== null && next.to !== null && next.from > next.to
    const problem = isHalf ? 'Incomplete' : isCrossed ? 'From must not be higher than to' : ''
    setDraft({ end, text: value, problem })
    if (!problem) onChange(next)
  }

  const field = (end: 'from' | 'to') => {
    const isDraft = draft?.end === end
    return (
      <label className="flex items-center gap-2">
        <span className="text-text-2">{end}</span>
        <input
          type={type}
          aria-label={`${label} ${end}`}
          min={max && 0}
          max={max}
          inputMode={type === 'number' ? 'numeric' : undefined}
          value={isDraft ? draft.text : (range[end] ?? '')}
          aria-invalid={(isDraft && draft.problem !== '') || undefined}
          aria-describedby={problemId}
          onChange={(event) => change(end, event)}
          onBlur={() => setDraft(null)}
          className={`h-8 rounded-control border border-control bg-surface px-2 aria-invalid:border-bad @max-twoline/list:h-11 ${
            type === 'number' ? 'w-16' : 'w-36'
          }`}
        />
      </label>
    )
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {field('from')}
      {field('to')}
      {unit}
      <span id={problemId} role="status" className="w-20 text-xs text-bad">
        {draft?.problem}
      </span>
    </div>
  )
}
