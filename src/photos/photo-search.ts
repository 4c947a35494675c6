import * as v from 'valibot'
import { offsetOf, pageOf } from '../queue/page'
import { statusFilters, type StatusFilter } from './status'

export const perPageChoices = [25, 50, 100, 250, 1000] as const
export type PerPage = (typeof perPageChoices)[number]

/** What the address says of the list; the only copy of it. */
export type PhotoSearch = { status: StatusFilter; page: number; max: PerPage; photo: number | null }

export const defaultSearch: PhotoSearch = { status: 'PENDING', page: 1, max: 25, photo: null }

/** Digits only, no leading zero: "1e3", "0x10" and " 7" are broken values, not numbers. */
const wholeNumber = (digits: number) =>
  v.pipe(v.string(), v.regex(new RegExp(`^[1-9]\\d{0,${digits - 1}}$`)), v.transform(Number))

// A fallback per field: one broken value does not take the others with it.
const searchSchema = v.object({
  status: v.fallback(v.picklist(statusFilters), defaultSearch.status),
  page: v.fallback(wholeNumber(6), defaultSearch.page),
  max: v.fallback(v.pipe(wholeNumber(4), v.picklist(perPageChoices)), defaultSearch.max),
  photo: v.fallback(v.nullable(wholeNumber(15)), defaultSearch.photo),
})

/** Reads "?status=…&page=…&max=…&photo=…"; a missing or broken value falls back to its default. */
export function parseSearch(params: URLSearchParams): PhotoSearch {
  return v.parse(searchSchema, {
    status: params.get('status'),
    page: params.get('page'),
    max: params.get('max'),
    photo: params.get('photo'),
  })
}

/** The query of an address, with defaults left out: "" or "?…". */
export function formatSearch(search: PhotoSearch): string {
  const params = new URLSearchParams()
  if (search.status !== defaultSearch.status) params.set('status', search.status)
  if (search.page !== defaultSearch.page) params.set('page', String(search.page))
  if (search.max !== defaultSearch.max) params.set('max', String(search.max))
  if (search.photo !== null) params.set('photo', String(search.photo))
  return params.size > 0 ? `?${params}` : ''
}

/**
 * The whole next search for a change of some of its fields. Another status begins at its first page;
 * another page, or another status, closes the pane; another page size keeps the first row on the screen.
 */
export function nextSearch(search: PhotoSearch, patch: Partial<PhotoSearch>): PhotoSearch {
  const next = { ...search, ...patch }
  if (next.status !== search.status) {
    return { ...next, page: patch.page ?? 1, photo: patch.photo ?? null }
  }
  if (next.max !== search.max) {
    return { ...next, page: patch.page ?? pageOf(offsetOf(search.page, search.max), next.max) }
  }
  if (next.page !== search.page) return { ...next, photo: patch.photo ?? null }
  return next
}
