import { useEffect, useRef } from 'react'
import { numberWords } from '../../base/words'
import { Button } from '../../ui/button'
import { useOffice } from '../../fields/use-office'
import { wordsFor } from '../../fields/kinds/field'
import { allFilters, fields, filtersIn, type EditorName, type FilterName } from '../../fields/fields'
import type { Filter, OptionsFilter } from '../../fields/kinds/filter'
import { unreadableMeaning } from '../../fields/meanings'
import { useIsSearching } from '../../photos/search-text'
import { setSearch, useListSearch } from '../../photos/shown-search'
import { RangeFields } from './range-fields'
import { hasValue, withoutFilters, type FilterCounts } from '../../photos/filters/filters'

/** The row under the toolbar in which one filter is set; it takes the focus when it opens. */
export function FilterEditor({
  id,
  editor,
  counts,
  onClose,
}: {
  id: string
  editor: EditorName
  counts: FilterCounts | null
  onClose: () => void
}) {
  const { filters } = useListSearch()
  const label = wordsFor(fields[editor].name, useOffice())
  const region = useRef<HTMLElement>(null)
  // It was asked for by pressing a button elsewhere; whoever did so wants to choose, not to look for it.
  useEffect(() => region.current?.querySelector('input')?.focus(), [])
  const names = filtersIn(editor)
  const isSet = names.some((name) => hasValue(filters, name))
  return (
    <section
      ref={region}
      id={id}
      aria-label={`Filter by ${label.toLowerCase()}`}
      className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2"
    >
      {names.map((name) => (
        <FilterField key={name} {...{ name, label }} counts={counts?.[name]} />
      ))}
      {editor === 'unreadable' && <p className="basis-full text-xs text-text-2">{unreadableMeaning}</p>}
      {useIsSearching() && (
        <p className="text-xs text-text-3">Counts include only photos that match the search.</p>
      )}
      <div className="ml-auto flex gap-2">
        <Button
          look="quiet"
          offReason={isSet ? undefined : 'Nothing is selected'}
          onClick={() => {
            onClose()
            setSearch({ filters: withoutFilters(filters, names) })
          }}
          className="@max-twoline/list:min-h-11"
        >
          Remove filter
        </Button>
        <Button
          look="icon"
          icon="close"
          aria-label="Close"
          title="Close"
          onClick={onClose}
          className="@max-twoline/list:size-11"
        />
      </div>
    </section>
  )
}

/** The editor of each kind. */
function FilterField({
  name,
  label,
  counts,
}: {
  name: FilterName
  label: string
  counts: readonly number[] | undefined
}) {
  const { filters } = useListSearch()
  const filter = allFilters[name] as Filter
  // The value of a filter is that of its kind.
  const value = filters[name] as never
  // Who sets a filter that is off wants to see what it does.
  const onChange = (value: unknown) =>
    setSearch({ filters: { ...filters, [name]: value, off: filters.off.filter((each) => each !== name) } })
  switch (filter.kind) {
    case 'options':
      return <OptionBoxes legend={label} {...filter} {...{ counts, onChange }} chosen={value} />
    case 'numbers':
    case 'days':
      return <RangeFields {...{ label, filter, onChange }} range={value} />
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

/** Any of a few options, each with how many photos have it. */
function OptionBoxes({
  legend,
  options,
  labels,
  chosen,
  counts,
  onChange,
}: Pick<OptionsFilter, 'options' | 'labels'> & {
  legend: string
  chosen: readonly string[]
  /** In the order of the options; undefined while nothing was counted. */
  counts: readonly number[] | undefined
  onChange: (chosen: readonly string[]) => void
}) {
  return (
    <fieldset className="contents">
      <legend className="sr-only">{legend}</legend>
      {options.map((option, index) => (
        <label
          key={option}
          className="-ml-1 flex h-8 items-center gap-1.5 whitespace-nowrap @max-twoline/list:h-11 @max-twoline/list:w-full"
        >
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => {
              const isTicked = event.target.checked
              // In their own order, whichever was ticked first.
              onChange(options.filter((each) => (each === option ? isTicked : chosen.includes(each))))
            }}
            className="m-1 size-4 accent-accent-fill"
          />
          {labels[option]}{' '}
          {/* Its width is kept while it is not known, so that nothing moves when it comes. */}
          <span className="min-w-[4ch] text-text-3">
            {counts?.[index] !== undefined && numberWords(counts[index])}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
