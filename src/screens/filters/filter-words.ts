import { checkLabels, checkNames } from '../../fields/checks'
import { gradeLabels } from '../../fields/score'
import type { FilterCounts } from '../../photos/filters/filter-facets'
import {
  documentOptions,
  scoreOptions,
  type DocumentOption,
  type FilterName,
  type Filters,
  type Range,
} from '../../photos/filters/filters'
import { startOfDay } from '../../photos/filters/days'
import { type LocalDate, localDate } from '../../base/local-date'

export const filterLabels: Record<FilterName, string> = {
  score: 'Score',
  scored: 'Score',
  submitted: 'Submitted',
  checks: 'Checks',
  documents: 'Documents',
  unreadable: 'Load errors',
  skipped: 'Skipped',
}

/** Of the switch that takes a filter off without losing it. */
export const switchLabel = (name: FilterName): string =>
  name === 'scored' ? 'Score range filter' : `${filterLabels[name]} filter`

export const documentLabels: Record<DocumentOption, string> = {
  has: 'Any',
  lacks: 'None',
  required: 'Required but missing',
}

/** The value in words, short enough for one line: "Bad, Fair", "50–80%", "Wrong ratio, 2 more". '' where it is just on. */
export function valueWords(filters: Filters, name: FilterName): string {
  switch (name) {
    case 'score':
      return listWords(filters.score.map((option) => gradeLabels[option]))
    case 'scored':
      return rangeWords(
        filters.scored,
        (percent) => `${percent}%`,
        (from, to) => `${from}–${to}%`,
      )
    case 'submitted':
      return rangeWords(filters.submitted, dayWords, daysWords)
    case 'checks':
      return listWords(filters.checks.map((check) => checkLabels[check]))
    case 'documents':
      return listWords(filters.documents.map((option) => documentLabels[option]))
    case 'unreadable':
    case 'skipped':
      return ''
  }
}

function listWords(labels: readonly string[]): string {
  const all = labels.join(', ')
  return all.length <= 20 || labels.length === 1 ? all : `${labels[0]}, ${labels.length - 1} more`
}

function rangeWords<T>(
  { from, to }: Range<T>,
  words: (end: T) => string,
  bothWords: (from: T, to: T) => string,
): string {
  if (from === null) return to === null ? '' : `up to ${words(to)}`
  if (to === null) return `from ${words(from)}`
  return from === to ? words(from) : bothWords(from, to)
}

const dayFormat = localDate({ day: 'numeric', month: 'short' })
const dayAndYearFormat = localDate({
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

function dayWords(day: string): string {
  return formatFor(day).format(startOfDay(day))
}

/** "1 – 12 Aug" */
function daysWords(from: string, to: string): string {
  const format = formatFor(from) === dayFormat ? formatFor(to) : dayAndYearFormat
  return format.formatRange(startOfDay(from), startOfDay(to))
}

function formatFor(day: string): LocalDate {
  return day.startsWith(String(new Date().getFullYear())) ? dayFormat : dayAndYearFormat
}

/** How many photos match its value, whether it is on or off; null where the counts do not tell. */
export function matchCount(filters: Filters, name: FilterName, counts: FilterCounts | null): number | null {
  const of = counts?.[name]
  if (!of) return null
  const sum = (indexes: readonly number[]) => indexes.reduce((total, index) => total + (of[index] ?? 0), 0)
  switch (name) {
    case 'score':
      return sum(filters.score.map((option) => scoreOptions.indexOf(option)))
    case 'documents': {
      // Who lacks a required one lacks one, and is not counted twice.
      const chosen = filters.documents.filter(
        (option) => option !== 'required' || !filters.documents.includes('lacks'),
      )
      return sum(chosen.map((option) => documentOptions.indexOf(option)))
    }
    case 'checks': {
      // A photo can have several; how many have any of those chosen is counted behind them.
      const [only, another] = filters.checks
      const index = only && !another ? checkNames.indexOf(only) : checkNames.length
      return of[index] ?? null
    }
    default:
      return of[0] ?? null
  }
}
