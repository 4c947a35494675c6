import { allFilters, filtersIn, type EditorName, type FilterName } from '../../fields/fields'
import { isDay } from '../../fields/kinds/days'
import type { Filter } from '../../fields/kinds/filter'
import { unreadableMeaning } from '../../fields/meanings'
import type { FilterCounts } from '../../photos/filters/filter-facets'
import type { Filters } from '../../photos/filters/filters'
import { OptionBoxes } from './option-boxes'
import { RangeFields } from './range-fields'

type Edited<F> = F extends Filter & { none: infer V }
  ? {
      kind: F['kind']
      filter: F
      value: V
      label: string
      counts: readonly number[] | undefined
      onChange: (value: V) => void
    }
  : never

/** What there is to choose in one place. */
export function FilterFields({
  editor,
  label,
  filters,
  counts,
  onChange,
}: {
  editor: EditorName
  label: string
  filters: Filters
  counts: FilterCounts | null
  onChange: (patch: Partial<Filters>) => void
}) {
  const edited = (name: FilterName) =>
    ({
      kind: allFilters[name].kind,
      filter: allFilters[name],
      value: filters[name],
      label,
      counts: counts?.[name],
      onChange: (value: unknown) => onChange({ [name]: value }),
    }) as Edited<Filter>
  return (
    <>
      {filtersIn(editor).map((name) => (
        <FilterField key={name} {...edited(name)} />
      ))}
      {editor === 'unreadable' && <p className="basis-full text-xs text-text-2">{unreadableMeaning}</p>}
    </>
  )
}

/** The editor of each kind. */
function FilterField({ kind, filter, value, label, counts, onChange }: Edited<Filter>) {
  switch (kind) {
    case 'options':
      return (
        <OptionBoxes
          legend={filter.legend ?? label}
          options={filter.options}
          labels={filter.labels}
          chosen={value}
          counts={counts}
          onChange={onChange}
        />
      )
    case 'numbers':
      return (
        <RangeFields
          label={label}
          unit={filter.unit}
          type="number"
          min={0}
          max={filter.max}
          range={value}
          read={(text) => (/^\d{1,3}$/.test(text) && Number(text) <= filter.max ? Number(text) : null)}
          onChange={onChange}
        />
      )
    case 'days':
      return (
        <RangeFields
          label={label}
          type="date"
          range={value}
          read={(text) => (isDay(text) ? text : null)}
          onChange={onChange}
        />
      )
    case 'yes':
      return (
        <OptionBoxes
          legend={filter.legend ?? label}
          options={['yes']}
          labels={{ yes: filter.label }}
          chosen={value ? ['yes'] : []}
          counts={counts}
          onChange={(chosen) => onChange(chosen.length > 0)}
        />
      )
  }
}
