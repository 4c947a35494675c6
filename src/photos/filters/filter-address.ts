import { allFilters, filterNames, type FilterName, type FilterValues } from '../../fields/fields'
import { wordList } from '../../fields/kinds/options'
import { filtersWith, hasFilters, hasValue, isOn, noFilters, type Filters } from './filters'

/** `noFilters` itself where the address has none; a broken value, or a broken word of a list, is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const filters = filtersWith((name) => valueIn(params, name))
  if (!hasFilters(filters)) return noFilters
  const off = wordList(filterNames).read(params.get('off') ?? '') ?? []
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
  if (a === b) return true
  const [ofA, ofB] = [new URLSearchParams(), new URLSearchParams()]
  writeFilters(ofA, a)
  writeFilters(ofB, b)
  return String(ofA) === String(ofB)
}

function valueIn<N extends FilterName>(params: URLSearchParams, name: N): FilterValues[N] {
  const text = params.get(name)
  return (text === null ? null : allFilters[name].read(text)) ?? allFilters[name].none
}

function textOf<N extends FilterName>(filters: FilterValues, name: N): string {
  return allFilters[name].write(filters[name])
}
