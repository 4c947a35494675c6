import { Icon } from '../../ui/icon'
import type { Sort, SortColumn } from '../../fields/fields'
import { setSearch } from '../../photos/shown-search'

// A head that is only heard is no button, just its word: in a list that narrow, sorting is behind Filters. The ID number goes
// under the e-mail before that, and its head with it.
const whereSeen = (column: SortColumn) =>
  column === 'identifier' ? '@max-oneline/list:contents' : '@max-twoline/list:contents'

/** For the column's header cell. */
export function ariaSort(sort: Sort | null, column: SortColumn): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none'
  return sort.isDescending ? 'descending' : 'ascending'
}

/** Up, down, and then the order in which CloudCard lists them, which nobody knows well enough to draw an arrow. */
export function SortHeader({
  column,
  label,
  sort,
}: {
  column: SortColumn
  label: string
  sort: Sort | null
}) {
  const direction = ariaSort(sort, column)

  function press() {
    if (direction === 'none') setSearch({ sort: { column, isDescending: false } })
    else setSearch({ sort: direction === 'ascending' ? { column, isDescending: true } : null })
  }

  return (
    <button
      type="button"
      onClick={press}
      className={`${whereSeen(column)} -mx-1 inline-flex h-6 max-w-full items-center gap-1 rounded-row px-1 hover:bg-hover hover:text-text focus-visible:-outline-offset-2 ${
        direction === 'none' ? '' : 'text-text'
      }`}
    >
      <span className="truncate">{label}</span>
      {direction !== 'none' && (
        <Icon name={direction === 'ascending' ? 'arrow-up' : 'arrow-down'} className="size-3" />
      )}
    </button>
  )
}
