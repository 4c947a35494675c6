import { useEffect, useRef } from 'react'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { FilterFields } from './filter-fields'
import type { FilterCounts } from '../../photos/filters/filter-facets'
import { filtersIn, type EditorName } from '../../fields/fields'
import { hasValue, withoutFilters, type Filters } from '../../photos/filters/filters'

/** The row under the toolbar in which one filter is set; it takes the focus when it opens. */
export function FilterEditor({
  id,
  editor,
  label,
  filters,
  counts,
  isSearching,
  onChange,
  onClose,
}: {
  id: string
  editor: EditorName
  label: string
  filters: Filters
  counts: FilterCounts | null
  isSearching: boolean
  onChange: (filters: Filters) => void
  onClose: () => void
}) {
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
      <FilterFields
        editor={editor}
        label={label}
        filters={filters}
        counts={counts}
        // Who sets a filter that is off wants to see what it does.
        onChange={(patch) =>
          onChange({ ...filters, ...patch, off: filters.off.filter((name) => !(name in patch)) })
        }
      />
      {isSearching && (
        <p className="text-xs text-text-3">Counts include only photos that match the search.</p>
      )}
      <div className="ml-auto flex gap-2">
        <Button
          look="quiet"
          offReason={isSet ? undefined : 'Nothing is selected'}
          onClick={() => {
            onClose()
            onChange(withoutFilters(filters, names))
          }}
          className="@max-twoline/list:min-h-11"
        >
          Remove filter
        </Button>
        <Button
          look="icon"
          aria-label="Close"
          title="Close"
          onClick={onClose}
          className="@max-twoline/list:size-11"
        >
          <Icon name="close" />
        </Button>
      </div>
    </section>
  )
}
