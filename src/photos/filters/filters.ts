import type { CheckName } from '../../fields/checks'

export const scoreOptions = ['good', 'fair', 'bad', 'none'] as const
export type ScoreOption = (typeof scoreOptions)[number]

export const documentOptions = ['has', 'lacks', 'required'] as const
/** 'required' lacks a document that is required. */
export type DocumentOption = (typeof documentOptions)[number]

export const filterNames = [
  'score',
  'scored',
  'submitted',
  'checks',
  'documents',
  'unreadable',
  'skipped',
] as const
export type FilterName = (typeof filterNames)[number]

/** A score's range is set where its grades are. */
export const editorNames = ['score', 'submitted', 'checks', 'documents', 'unreadable', 'skipped'] as const
export type EditorName = (typeof editorNames)[number]

/** The filters that are set in one place. */
export function namesOf(editor: EditorName): readonly FilterName[] {
  return editor === 'score' ? ['score', 'scored'] : [editor]
}

/** Both ends belong to it; null is an open end. */
export type Range<T> = { from: T | null; to: T | null }

export type Filters = {
  /** Any of them, by the organization's thresholds. */
  score: readonly ScoreOption[]
  /** Whole per cent, 0..100. */
  scored: Range<number>
  /** Days, YYYY-MM-DD, in the viewer's time zone. */
  submitted: Range<string>
  /** Any of them. */
  checks: readonly CheckName[]
  /** Any of them. */
  documents: readonly DocumentOption[]
  unreadable: boolean
  /** Put aside in this session. */
  skipped: boolean
  /** Switched off without being lost. */
  off: readonly FilterName[]
}

export const noFilters: Filters = {
  score: [],
  scored: { from: null, to: null },
  submitted: { from: null, to: null },
  checks: [],
  documents: [],
  unreadable: false,
  skipped: false,
  off: [],
}

/** Whether it has a value, switched on or off. */
export function hasValue(filters: Filters, name: FilterName): boolean {
  const value = filters[name]
  if (typeof value === 'boolean') return value
  return 'from' in value ? value.from !== null || value.to !== null : value.length > 0
}

export function isOn(filters: Filters, name: FilterName): boolean {
  return hasValue(filters, name) && !filters.off.includes(name)
}

/** Whether any has a value, switched on or off. */
export function hasFilters(filters: Filters): boolean {
  return filterNames.some((name) => hasValue(filters, name))
}

/** Whether any is switched on. */
export function isFiltered(filters: Filters): boolean {
  return filterNames.some((name) => isOn(filters, name))
}

/** Whether it depends on them which photos match. */
export function needsThresholds(filters: Filters): boolean {
  return isOn(filters, 'score') && filters.score.some((option) => option !== 'none')
}

/** With those emptied that are switched off; the same object where none is. */
export function activeFilters(filters: Filters): Filters {
  return filters.off.length === 0 ? filters : withoutFilters(filters, filters.off)
}

export function withoutFilters(filters: Filters, names: readonly FilterName[]): Filters {
  const emptied = Object.fromEntries(names.map((name) => [name, noFilters[name]]))
  return { ...filters, ...emptied, off: filters.off.filter((name) => !names.includes(name)) }
}
