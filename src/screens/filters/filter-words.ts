import { allFilters, editorOf, fields, type FilterName, type FilterValues } from '../../fields/fields'
import { wordsFor, type Office } from '../../fields/kinds/field'
import type { FilterCounts } from '../../photos/filters/filter-facets'

export const filterLabel = (name: FilterName, office: Office): string =>
  wordsFor(fields[editorOf[name]].name, office)

/** Of the switch that takes a filter off without losing it. */
export const switchLabel = (name: FilterName, label: string): string =>
  `${allFilters[name].switchName ?? label} filter`

/** How many photos match its value, whether it is on or off; undefined where the counts do not tell. */
export function matchCount<N extends FilterName>(
  filters: FilterValues,
  name: N,
  counts: FilterCounts | null,
): number | undefined {
  return counts ? allFilters[name].count(filters[name], counts[name]) : undefined
}
