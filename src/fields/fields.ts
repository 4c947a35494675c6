import { approved } from './approved'
import { cardholder } from './cardholder'
import { cardholderName } from './cardholder-name'
import { checks } from './checks'
import { documents } from './documents'
import { identifier } from './identifier'
import type { Field, SortKey } from './kinds/field'
import type { Filter, FilterOf } from './kinds/filter'
import { photoId } from './photo-id'
import { score } from './score'
import { skipped } from './skipped'
import { status } from './status'
import { submitted } from './submitted'
import { unreadable } from './unreadable'
import { updated } from './updated'

/** Everything that is known of a photo, in the order of the columns, of the lines beside an open photo, and of a file. */
const all = {
  photoId,
  status,
  cardholder,
  name: cardholderName,
  identifier,
  submitted,
  updated,
  approved,
  score,
  checks,
  documents,
  unreadable,
  skipped,
}

type All = typeof all
export type FieldName = keyof All
/** The fields that have such a part. */
type NameWith<Part> = { [F in FieldName]: All[F] extends Part ? F : never }[FieldName]

export const fields: { readonly [F in FieldName]: Field } = all
export const fieldNames = Object.keys(all) as readonly FieldName[]

/** What is most asked for comes first, where something else does than in the list. */
const leading = { sorts: ['submitted', 'score'], filters: ['score'] } as const

function namesWith<Part extends keyof Field>(part: Part, first: readonly FieldName[] = []) {
  const others = fieldNames.filter((name) => !first.includes(name))
  return [...first, ...others].filter((name) => fields[name][part] !== undefined)
}

/** The columns of the table that can be put away: photo and cardholder are always there. */
export type ColumnName = NameWith<{ cell: unknown }>
export const columnNames = namesWith('cell') as readonly ColumnName[]

export type SortColumn = NameWith<{ sort: SortKey }>
export type Sort = { column: SortColumn; isDescending: boolean }
export const sortColumns = namesWith('sort', leading.sorts) as readonly SortColumn[]
export const sortOf = (column: SortColumn): SortKey => all[column].sort
export const isByName = (sort: Sort | null): boolean =>
  sort !== null && sortOf(sort.column).needsNames === true

/** A place where filters are set. */
export type EditorName = NameWith<{ filters: object }>
export const editorNames = namesWith('filters', leading.filters) as readonly EditorName[]

export type FilterName = { [E in EditorName]: keyof All[E]['filters'] }[EditorName]
type FilterNamed<N> = {
  [E in EditorName]: N extends keyof All[E]['filters'] ? All[E]['filters'][N] : never
}[EditorName]
export type FilterValues = { [N in FilterName]: FilterNamed<N> extends FilterOf<infer V> ? V : never }

/** By their names in the address, where they stand in this order. */
export const allFilters = Object.assign({}, ...editorNames.map((name) => all[name].filters)) as {
  readonly [N in FilterName]: FilterOf<FilterValues[N]> & Pick<Filter, 'kind'>
}
export const filterNames = Object.keys(allFilters) as readonly FilterName[]

/** The filters that are set in one place: a range of scores where its grades are. */
export const filtersIn = (editor: EditorName) => Object.keys(all[editor].filters) as readonly FilterName[]
/** The field that a filter is of. */
export const editorOf = Object.fromEntries(
  editorNames.flatMap((editor) => filtersIn(editor).map((name) => [name, editor])),
) as { readonly [N in FilterName]: EditorName }
