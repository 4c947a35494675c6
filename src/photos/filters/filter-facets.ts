import type { Names } from '../../cloudcard/cardholder-names'
import type { Row } from '../../cloudcard/photo'
import {
  allFilters,
  filterNames,
  isByName,
  sortOf,
  type FilterName,
  type FilterValues,
} from '../../fields/fields'
import type { Thresholds } from '../../fields/kinds/grade'
import type { Packing, Session } from '../../fields/kinds/filter'
import type { Columns, Facet } from '../../queue/find-slots'
import { withoutLeadingZeros } from '../../queue/identifier-key'
import type { SortBy } from '../../queue/kept-sorts'
import { skippedPhotos } from '../../desk/skipped'
import type { Sort } from '../../fields/fields'
import { isOn, type FilterCounts, type Filters } from './filters'

/** Where a filter finds in the numbers of a row what it has packed: some bits of a column, or with no bits all of it. */
type Place = { column: number; shift: number; bits: number }

const [flagsColumn, unreadableFlag] = [0, 1]

const places = new Map<Packing, Place>()
const columnCount = givePlaces()

/** All bits share a column, that of the flags; up to 16 of them take two bytes a row (queue/column.ts). */
function givePlaces(): number {
  let [columns, shift] = [1, 1]
  for (const { packing } of filterNames.map((name) => allFilters[name])) {
    if (places.has(packing)) continue
    if (packing.kind === 'unreadable') places.set(packing, { column: flagsColumn, shift: 0, bits: 1 })
    else if (packing.kind === 'number') places.set(packing, { column: columns++, shift: 0, bits: 0 })
    else {
      places.set(packing, { column: flagsColumn, shift, bits: (1 << packing.count) - 1 })
      shift += packing.count
    }
  }
  return columns
}

const packed = [...places].map(([packing, place]) => ({ packing, ...place }))
const session: Session = { isSkipped: (photoId) => skippedPhotos.get().has(photoId) }
const noNumbers = Array.from({ length: columnCount }, () => 0)
const ofUnreadable = noNumbers.with(flagsColumn, unreadableFlag)

/** What the filters know of a row, as numbers. */
export function numbersOf(row: Row): readonly number[] {
  if (row.kind === 'unreadable') return ofUnreadable
  const numbers = noNumbers.slice()
  for (const { packing, column, shift } of packed) {
    if (packing.kind === 'number') numbers[column] = packing.of(row.photo) ?? Number.NaN
    else if (packing.kind === 'bits')
      numbers[column] = (numbers[column] ?? 0) | (packing.of(row.photo, session) << shift)
  }
  return numbers
}

/** One for each filter, in the order of `filterNames`; one that is off wants nothing, but is counted all the same. */
export function facetsOf(filters: Filters, thresholds: Thresholds | null): Facet[] {
  return filterNames.map((name) => {
    const facet = facetOf(filters, name, thresholds)
    return isOn(filters, name) ? facet : { ...facet, wanted: 0 }
  })
}

/** What could not be read has nothing of any filter but its own. */
function facetOf<N extends FilterName>(filters: FilterValues, name: N, thresholds: Thresholds | null): Facet {
  const { packing, facet } = allFilters[name]
  const { optionCount, bitsOf, wanted } = facet(filters[name], thresholds)
  const { column, shift, bits } = places.get(packing) ?? { column: 0, shift: 0, bits: 0 }
  const isOfAll = packing.kind === 'unreadable'
  return {
    optionCount,
    bitsOf(columns, slot) {
      if (!isOfAll && numberIn(columns, flagsColumn, slot) & unreadableFlag) return 0
      const number = numberIn(columns, column, slot)
      return bitsOf(bits === 0 ? number : (number >> shift) & bits)
    },
    wanted,
  }
}

export function countsFrom(counts: readonly (readonly number[])[]): FilterCounts {
  return Object.fromEntries(filterNames.map((name, index) => [name, counts[index] ?? []])) as FilterCounts
}

function numberIn(columns: Columns, column: number, slot: number): number {
  return columns[column]?.[slot] ?? Number.NaN
}

/** What the search looks in, on a line each, so that nothing is found across two of them. */
export function textOf(row: Row): string {
  if (row.kind === 'unreadable') return String(row.row.id ?? '')
  const { id, cardholder } = row.photo
  const { email, username, identifier } = cardholder
  const short = withoutLeadingZeros(identifier)
  // What is a part of another line is found there.
  const others = [username, short].filter((text) => !email.includes(text) && !identifier.includes(text))
  return [email, identifier, ...others, id].join('\n')
}

/** @param names of cardholders by the ids of photos, as far as they are known */
export function sortByOf(sort: Sort, names?: Names): SortBy<Row> {
  const { column, isDescending } = sort
  const { keyOf } = sortOf(column)
  const asked = isByName(sort) ? names : undefined
  return {
    name: column,
    keyOf: (row) => (row.kind === 'photo' ? keyOf(row.photo, asked?.get(row.photo.id)) : null),
    basis: asked,
    isDescending,
  }
}
