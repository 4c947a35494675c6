import { photoIdIn } from '../cloudcard/photo-id'
import * as v from 'valibot'
import { paths } from '../base/paths'
import { offsetOf, pageOf } from '../queue/page'
import {
  areSameFilters,
  isFiltered,
  readFilters,
  withoutFilters,
  writeFilters,
  type Filters,
} from './filters/filters'
import { sortColumns, type Sort } from '../fields/fields'
import { statusFilters } from '../fields/status'

/** One page that holds every photo, as a number so that the page arithmetic needs no other case. */
export const everyPhoto = 1_000_000
export const perPageChoices = [25, 50, 100, 250, 1000, everyPhoto] as const
export type PerPage = (typeof perPageChoices)[number]

export const views = ['table', 'grid'] as const
export type View = (typeof views)[number]

/** Digits only, no leading zero: "1e3", "0x10" and " 7" are broken values, not numbers. */
const wholeNumber = (digits: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[1-9]\\d{0,${digits - 1}}$`)), v.transform(Number))

const toEveryPhoto = () => everyPhoto
const all = v.pipe(v.literal('all'), v.transform(toEveryPhoto))
const perPage = v.pipe(v.union([all, wholeNumber(4)]), v.picklist(perPageChoices))

const anySort = v.object({ column: v.picklist(sortColumns), isDescending: v.boolean() })
const sortIn = (text: string) => ({ column: text.replace(/^-/, ''), isDescending: text.startsWith('-') })

// A fallback per field: one broken value does not take the others with it.
const searchSchema = v.object({
  view: v.fallback(v.picklist(views), 'table'),
  status: v.fallback(v.picklist(statusFilters), 'PENDING'),
  page: v.fallback(wholeNumber(6), 1),
  max: v.fallback(perPage, 25),
  photo: v.fallback(v.nullable(v.pipe(v.string(), v.transform(photoIdIn))), null),
  /** null: the order in which CloudCard lists them. */
  sort: v.fallback(v.nullable(v.pipe(v.string(), v.transform(sortIn), anySort)), null),
})

/** What the address says of the list, and of the photo that is open beside it. */
export type PhotoSearch = v.InferOutput<typeof searchSchema> & { filters: Filters }
export type ListSearch = Omit<PhotoSearch, 'photo'>
type AnySearch = ListSearch & { photo?: number | null }

/** Reads the parameters of docs/addresses.md; a missing or broken value falls back to its default. */
export function parseSearch(params: URLSearchParams): PhotoSearch {
  const names = Object.keys(searchSchema.entries)
  const search = v.parse(searchSchema, Object.fromEntries(names.map((name) => [name, params.get(name)])))
  return { ...search, filters: readFilters(params) }
}

export const defaultSearch = parseSearch(new URLSearchParams())

/** The query of an address, with defaults left out: "" or "?…". */
export function formatSearch(search: AnySearch): string {
  const params = new URLSearchParams()
  if (search.status !== defaultSearch.status) params.set('status', search.status)
  if (search.page !== defaultSearch.page) params.set('page', String(search.page))
  if (search.max !== defaultSearch.max) {
    params.set('max', search.max === everyPhoto ? 'all' : String(search.max))
  }
  if (search.view !== defaultSearch.view) params.set('view', search.view)
  if (search.sort !== null) params.set('sort', sortText(search.sort))
  writeFilters(params, search.filters)
  if (search.photo) params.set('photo', String(search.photo))
  return params.size > 0 ? `?${params}` : ''
}

const sortText = (sort: Sort | null) => (sort === null ? '' : `${sort.isDescending ? '-' : ''}${sort.column}`)

/** Whether the list can only be shown once the whole status was read: CloudCard filters and sorts by nothing. */
export function needsWholeStatus({ filters, sort, max }: ListSearch): boolean {
  return isFiltered(filters) || sort !== null || max === everyPhoto
}

/**
 * The whole next search for a change of some of its fields. Another status begins at its first page, and so do other
 * filters and another order; another page, or another status, closes the pane; another page size keeps the first row
 * on the screen.
 */
export function nextSearch(search: AnySearch, patch: Partial<PhotoSearch>): AnySearch {
  const next = { ...search, ...patch }
  if (next.status !== search.status) {
    // One status is not looked for in the list of another.
    if (next.status !== 'ALL') next.filters = withoutFilters(next.filters, ['in'])
    return { ...next, page: patch.page ?? 1, photo: patch.photo ?? null }
  }
  const isOtherOrder = sortText(next.sort) !== sortText(search.sort)
  if (isOtherOrder || !areSameFilters(next.filters, search.filters)) {
    return { ...next, page: patch.page ?? 1 }
  }
  if (next.max !== search.max) {
    return { ...next, page: patch.page ?? pageOf(offsetOf(search.page, search.max), next.max) }
  }
  if (next.page !== search.page) return { ...next, photo: patch.photo ?? null }
  return next
}

/** Where a list is shown with some of it changed: as `nextSearch` changes it. */
export const listAddress = (search: AnySearch, patch: Partial<PhotoSearch> = {}): string =>
  paths.photos(formatSearch(nextSearch(search, patch)))

/** The page of one photo, which stays in the same list. */
export const photoAddress = (id: number, search: AnySearch): string => paths.photo(id, formatSearch(search))
