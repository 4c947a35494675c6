import { unreadableMeaning } from '../../fields/meanings'
import { checkLabels, checkNames } from '../../fields/checks'
import { gradeLabels } from '../../fields/score'
import { isDay } from '../../photos/filters/days'
import type { FilterCounts } from '../../photos/filters/filter-facets'
import { documentLabels } from './filter-words'
import { documentOptions, scoreOptions, type EditorName, type Filters } from '../../photos/filters/filters'
import { OptionBoxes } from './option-boxes'
import { RangeFields } from './range-fields'

const unreadableLabels = { yes: 'Only photos that could not be read' }
const skippedLabels = { yes: 'Only photos skipped in this session' }

/** What there is to choose in one filter. */
export function FilterFields({
  editor,
  filters,
  counts,
  onChange,
}: {
  editor: EditorName
  filters: Filters
  counts: FilterCounts | null
  onChange: (patch: Partial<Filters>) => void
}) {
  switch (editor) {
    case 'score':
      return (
        <>
          <OptionBoxes
            legend="Score"
            options={scoreOptions}
            labels={gradeLabels}
            chosen={filters.score}
            counts={counts?.score}
            onChange={(score) => onChange({ score })}
          />
          <RangeFields
            label="Score"
            unit="%"
            type="number"
            min={0}
            max={100}
            range={filters.scored}
            read={(text) => (/^\d{1,3}$/.test(text) && Number(text) <= 100 ? Number(text) : null)}
            onChange={(scored) => onChange({ scored })}
          />
        </>
      )
    case 'submitted':
      return (
        <RangeFields
          label="Submitted"
          type="date"
          range={filters.submitted}
          read={(text) => (isDay(text) ? text : null)}
          onChange={(submitted) => onChange({ submitted })}
        />
      )
    case 'checks':
      return (
        <OptionBoxes
          legend="Any of these checks"
          options={checkNames}
          labels={checkLabels}
          chosen={filters.checks}
          counts={counts?.checks}
          onChange={(checks) => onChange({ checks })}
        />
      )
    case 'documents':
      return (
        <OptionBoxes
          legend="Documents"
          options={documentOptions}
          labels={documentLabels}
          chosen={filters.documents}
          counts={counts?.documents}
          onChange={(documents) => onChange({ documents })}
        />
      )
    case 'unreadable':
      return (
        <>
          <OptionBoxes
            legend="Unreadable"
            options={['yes']}
            labels={unreadableLabels}
            chosen={filters.unreadable ? ['yes'] : []}
            counts={counts?.unreadable}
            onChange={(chosen) => onChange({ unreadable: chosen.length > 0 })}
          />
          <p className="basis-full text-xs text-text-2">{unreadableMeaning}</p>
        </>
      )
    case 'skipped':
      return (
        <OptionBoxes
          legend="Skipped"
          options={['yes']}
          labels={skippedLabels}
          chosen={filters.skipped ? ['yes'] : []}
          counts={counts?.skipped}
          onChange={(chosen) => onChange({ skipped: chosen.length > 0 })}
        />
      )
  }
}
