import {
  allFilters,
  editorOf,
  fields,
  filterNames,
  type FilterName,
  type FilterValues,
} from '../../fields/fields'
import { wordsFor, type Office } from '../../fields/kinds/field'
import { wordList } from '../../fields/kinds/options'

export type Filters = FilterValues & {
  /** Switched off without being lost. */
  off: readonly FilterName[]
}

/** The same of every filter. */
function filtersWith(valueOf: <N extends FilterName>(name: N) => FilterValues[N]): Filters {
  return {
    ...Object.fromEntries(filterNames.map((name) => [name, valueOf(name)])),
    off: [],
  } as unknown as Filters
}

export const noFilters = filtersWith((name) => allFilters[name].read(''))

/** Whether it has a value, switched on or off. */
export function hasValue<N extends FilterName>(filters: FilterValues, name: N): boolean {
  return textOf(filters, name) !== ''
}

export const filterLabel = (name: FilterName, office: Office): string =>
  wordsFor(fields[editorOf[name]].name, office)

/** In words, short enough for one line; '' where it is just on. */
export function valueWords<N extends FilterName>(filters: FilterValues, name: N): string {
  return allFilters[name].words(filters[name])
}

/** How many photos each option would show, were it the only one chosen: in the order of the options. */
export type FilterCounts = Record<FilterName, readonly number[]>

/** How many photos match its value, whether it is on or off; undefined where the counts do not tell. */
export function matchCount<N extends FilterName>(
  filters: FilterValues,
  name: N,
  counts: FilterCounts | null,
): number | undefined {
  return counts ? allFilters[name].count(filters[name], counts[name]) : undefined
}

export function isOn(filters: Filters, name: FilterName): boolean {
  return hasValue(filters, name) && !filters.off.includes(name)
}

/** Whether any has a value, switched on or off. */
export const hasFilters = (filters: Filters): boolean => filterNames.some((name) => hasValue(filters, name))

/** Whether any is switched on. */
export const isFiltered = (filters: Filters): boolean => filterNames.some((name) => isOn(filters, name))

/** Whether it depends on them which photos match. */
export function needsThresholds(filters: Filters): boolean {
  return isOn(filters, 'score') && filters.score.some((option) => option !== 'none')
}

/** With those emptied that are switched off; the same object where none is. */
export function activeFilters(filters: Filters): Filters {
  return filters.off.length === 0 ? filters : withoutFilters(filters, filters.off)
}

/** Switched off, or on again, without losing its value. */
export function switched(filters: Filters, name: FilterName): Filters {
  const others = filters.off.filter((each) => each !== name)
  return { ...filters, off: filters.off.includes(name) ? others : [...others, name] }
}

export function withoutFilters(filters: Filters, names: readonly FilterName[]): Filters {
  const emptied = Object.fromEntries(names.map((name) => [name, noFilters[name]]))
  return { ...filters, ...emptied, off: filters.off.filter((name) => !names.includes(name)) }
}

/** `noFilters` itself where the address has none; a broken value, or a broken word of a list, is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const filters = filtersWith((name) => allFilters[name].read(params.get(name) ?? ''))
  if (!hasFilters(filters)) return noFilters
  const off = wordList(filterNames).read(params.get('off') ?? '')
  return { ...filters, off: off.filter((name) => hasValue(filters, name)) }
}

export function writeFilters(params: URLSearchParams, filters: Filters): void {
  const withValue = filterNames.filter((name) => hasValue(filters, name))
  for (const name of withValue) params.set(name, textOf(filters, name))
  const off = withValue.filter((name) => !isOn(filters, name))
  if (off.length > 0) params.set('off', off.join('.'))
}

/** Whether they would be the same in the address. */
export function areSameFilters(a: Filters, b: Filters): boolean {
  const isSame = (name: FilterName) => textOf(a, name) === textOf(b, name) && isOn(a, name) === isOn(b, name)
  return a === b || filterNames.every(isSame)
}

function textOf<N extends FilterName>(filters: FilterValues, name: N): string {
  return allFilters[name].write(filters[name])
}
